package org.nxsi.gateway.broken.right;

import org.nxsi.gateway.broken.left.Left;

/** Closes the circle. */
public class Right {

    Left left = new Left();
}
