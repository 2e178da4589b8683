package org.nxsi.systemtests.evidence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A bank's book entry in a {@link Spool}. */
final class BookEntryForm implements Spool.Form<BookEntry> {

    @Override
    public void write(BookEntry each, DataOutput out) throws IOException {
        out.writeUTF(each.bank());
        out.writeUTF(each.messageId());
        out.writeUTF(each.block());
        out.writeUTF(each.endToEndId());
        out.writeUTF(each.account());
        out.writeLong(each.amountFen());
        out.writeUTF(each.state());
        out.writeUTF(each.date());
    }

    @Override
    public BookEntry read(DataInput in) throws IOException {
        return new BookEntry(
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readLong(),
                in.readUTF(),
                in.readUTF());
    }
}
