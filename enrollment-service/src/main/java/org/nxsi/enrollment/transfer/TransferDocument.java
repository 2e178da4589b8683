package org.nxsi.enrollment.transfer;

import org.bson.codecs.pojo.annotations.BsonId;

/** How a transfer stands in the store. Public for the driver only. */
public record TransferDocument(@BsonId String id, Transfer transfer) {}
