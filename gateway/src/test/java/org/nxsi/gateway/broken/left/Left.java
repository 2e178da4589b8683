package org.nxsi.gateway.broken.left;

import org.nxsi.card.Stray;
import org.nxsi.gateway.broken.right.Right;

/** Breaks both rules on purpose. */
public class Left {

    Right right = new Right();
    Stray stray = new Stray();
}
