package org.nxsi.enrollment;

import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.cases.CaseNumber;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.store.Codecs;
import org.nxsi.platform.store.ValueCodec;

/** How this service's value types stand in documents: each as the one text that people write. */
public final class EnrollmentCodecs {

    private EnrollmentCodecs() {}

    public static CodecRegistry registry() {
        return CodecRegistries.fromRegistries(
                CodecRegistries.fromCodecs(
                        new ValueCodec<>(PersonId.class, PersonId::value, PersonId::parse),
                        new ValueCodec<>(SocialNumber.class, SocialNumber::value, SocialNumber::parse),
                        new ValueCodec<>(PersonName.class, PersonName::value, PersonName::parse),
                        new ValueCodec<>(AreaCode.class, AreaCode::code, AreaCode::parse),
                        new ValueCodec<>(CreditCode.class, CreditCode::value, CreditCode::parse),
                        new ValueCodec<>(CaseNumber.class, CaseNumber::toString, CaseNumber::parse),
                        new ValueCodec<>(Scheme.class, Scheme::code, Scheme::parse),
                        new ValueCodec<>(Payer.class, Payer::toString, Payer::parse)),
                Codecs.registry());
    }
}
