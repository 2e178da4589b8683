package org.nxsi.enrollment.overseas;

import org.bson.codecs.pojo.annotations.BsonId;

/** How an application stands in the store. Public for the driver only. */
public record ExemptionDocument(@BsonId String id, Exemption exemption) {}
