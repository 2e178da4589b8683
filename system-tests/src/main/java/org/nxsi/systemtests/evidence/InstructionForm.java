package org.nxsi.systemtests.evidence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/** An instruction in a {@link Spool}. */
final class InstructionForm implements Spool.Form<Instruction> {

    private static final String NOTHING = "";

    @Override
    public void write(Instruction each, DataOutput out) throws IOException {
        out.writeUTF(each.id());
        out.writeUTF(each.endToEndId());
        out.writeUTF(each.run());
        out.writeUTF(each.batch());
        out.writeUTF(each.payee());
        out.writeUTF(each.scheme());
        out.writeUTF(each.slot());
        out.writeUTF(each.bank());
        out.writeUTF(each.account());
        out.writeLong(each.parts().basic().amount_fen());
        out.writeLong(each.parts().personalAccount().amount_fen());
        out.writeLong(each.parts().transitional().amount_fen());
        out.writeLong(each.parts().subsidy().amount_fen());
        out.writeLong(each.amount().amount_fen());
        out.writeUTF(each.status());
        write(each.exception(), out);
        write(each.settledBy(), out);
        write(each.returnedBy(), out);
        write(each.bookedOn(), out);
    }

    @Override
    public Instruction read(DataInput in) throws IOException {
        return new Instruction(
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                new Instruction.Parts(fen(in), fen(in), fen(in), fen(in)),
                fen(in),
                in.readUTF(),
                orNothing(in),
                orNothing(in),
                orNothing(in),
                orNothing(in));
    }

    private static Fen fen(DataInput in) throws IOException {
        return Fen.of(in.readLong());
    }

    private static void write(@Nullable String text, DataOutput out) throws IOException {
        out.writeUTF(text == null ? NOTHING : text);
    }

    private static @Nullable String orNothing(DataInput in) throws IOException {
        String text = in.readUTF();
        return text.equals(NOTHING) ? null : text;
    }
}
