package org.nxsi.platform.violators.money;

import org.springframework.stereotype.Component;

/** A domain class that knows Spring. */
@Component
class MoneyWithSpring {}
