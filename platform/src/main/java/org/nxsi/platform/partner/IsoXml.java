package org.nxsi.platform.partner;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXTransformerFactory;
import javax.xml.transform.sax.TransformerHandler;
import javax.xml.transform.stream.StreamResult;

/**
 * Writes and reads one kind of ISO 20022 document with the library's types. Their XML binding is built once, and a
 * document goes to bytes and back without the library's string and event copies between; equal documents give equal
 * bytes. The types are bound without a namespace below the root, so it is put in and taken off on the way.
 */
final class IsoXml<T extends AbstractMX> {

    private static final XMLInputFactory INPUT = safeInput();
    private static final SAXTransformerFactory OUTPUT = (SAXTransformerFactory) TransformerFactory.newDefaultInstance();
    private static final int BYTES_TO_START_WITH = 64 * 1024;

    private final Class<T> type;
    private final String namespace;
    private final JAXBContext context;

    IsoXml(Class<T> type, String namespace) {
        this.type = type;
        this.namespace = namespace;
        try {
            this.context = JAXBContext.newInstance(type);
        } catch (JAXBException e) {
            throw new IllegalStateException("no XML binding of " + type.getSimpleName(), e);
        }
    }

    byte[] write(T document) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(BYTES_TO_START_WITH);
            TransformerHandler serializer = OUTPUT.newTransformerHandler();
            serializer.getTransformer().setOutputProperty(OutputKeys.ENCODING, StandardCharsets.UTF_8.name());
            serializer.setResult(new StreamResult(bytes));
            context.createMarshaller().marshal(document, new OneNamespace(namespace, serializer));
            return bytes.toByteArray();
        } catch (JAXBException | TransformerConfigurationException e) {
            throw new IllegalStateException("cannot write " + type.getSimpleName(), e);
        }
    }

    /** @throws MalformedMessage if the bytes are no such document, have a DTD, or elements that the document has not */
    T read(byte[] bytes) {
        if (bytes.length > Seal.MAX_CONTENT_BYTES) {
            throw new MalformedMessage("document is longer than " + Seal.MAX_CONTENT_BYTES + " bytes");
        }
        try {
            XMLStreamReader reader =
                    INPUT.createXMLStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.name());
            try {
                toRoot(reader);
                Unmarshaller unmarshaller = context.createUnmarshaller();
                unmarshaller.setEventHandler(event -> false);
                return unmarshaller
                        .unmarshal(new OneNamespaceReader(namespace, reader), type)
                        .getValue();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | JAXBException e) {
            throw new MalformedMessage("not a " + type.getSimpleName() + " document", e);
        }
    }

    private static void toRoot(XMLStreamReader reader) throws XMLStreamException {
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.DTD) {
                throw new MalformedMessage("a document type definition is not accepted");
            }
        }
    }

    private static XMLInputFactory safeInput() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }
}
