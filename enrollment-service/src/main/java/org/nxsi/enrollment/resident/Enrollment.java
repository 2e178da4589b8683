package org.nxsi.enrollment.resident;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.putoff.Channel;
import org.nxsi.platform.cases.CaseFile;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * An application to be enrolled (参保登记), with its case. Public for the driver only.
 *
 * @param command what asked for it: a repetition finds it
 * @param area of the household (户籍), where the person is to be insured
 * @param from first month of the relation
 * @param year for which the grade is chosen
 * @param account number of the person's own bank account
 * @param householdProof reference of a paper; null where none was given
 * @param yearsToMakeUp of whoever is past the pension's age
 * @param toCheck what nobody but people can check
 * @param late null if in time, or where no day is set
 * @param examinedBy the clerk who examined it; null before, and of what needs no people
 * @param verdict null until it is decided
 */
public record Enrollment(
        String command,
        CaseFile file,
        AreaCode area,
        Month from,
        int year,
        Fen grade,
        String account,
        @Nullable String householdProof,
        @Nullable Integer yearsToMakeUp,
        List<Check> toCheck,
        Channel channel,
        @Nullable Late late,
        @Nullable String examinedBy,
        @Nullable Verdict verdict) {

    /** What people have to look at. */
    public enum Check {
        /** The household is in another area than the bureau's own file says. */
        HOUSEHOLD("户籍所在地"),
        /** Past the pension's age only whoever has years to make up is enrolled. */
        YEARS_TO_MAKE_UP("补缴年限");

        private final String title;

        Check(String title) {
            this.title = title;
        }

        /** For people. */
        public String title() {
            return title;
        }
    }

    /** That it came after the last day, which an emergency had put off. */
    public record Late(LocalDate dueOn, String period) {}

    /**
     * What was decided, before it is carried out.
     *
     * @param reason of a rejection; null of an approval
     */
    public record Verdict(boolean approved, @Nullable String reason, String by) {}

    public Enrollment {
        toCheck = List.copyOf(toCheck);
    }

    String number() {
        return file.number().toString();
    }

    boolean isOpen() {
        return file.state().isUndecided();
    }

    /** Decided and not carried out yet. */
    boolean isUnfinished() {
        return verdict != null && isOpen();
    }

    Enrollment with(CaseFile next) {
        return new Enrollment(
                command,
                next,
                area,
                from,
                year,
                grade,
                account,
                householdProof,
                yearsToMakeUp,
                toCheck,
                channel,
                late,
                examinedBy,
                verdict);
    }

    Enrollment examined(CaseFile next, String by) {
        return new Enrollment(
                command,
                next,
                area,
                from,
                year,
                grade,
                account,
                householdProof,
                yearsToMakeUp,
                toCheck,
                channel,
                late,
                by,
                verdict);
    }

    Enrollment decided(Verdict given) {
        return new Enrollment(
                command,
                file,
                area,
                from,
                year,
                grade,
                account,
                householdProof,
                yearsToMakeUp,
                toCheck,
                channel,
                late,
                examinedBy,
                given);
    }
}
