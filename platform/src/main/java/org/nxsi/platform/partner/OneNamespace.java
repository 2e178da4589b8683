package org.nxsi.platform.partner;

import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/** Puts every element of a document into one namespace, declared once at the root as the default one. */
final class OneNamespace extends XMLFilterImpl {

    private final String namespace;

    OneNamespace(String namespace, ContentHandler next) {
        this.namespace = namespace;
        setContentHandler(next);
    }

    @Override
    public void startDocument() throws SAXException {
        super.startDocument();
        super.startPrefixMapping("", namespace);
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
        super.startElement(namespace, localName, localName, attributes);
    }

    @Override
    public void endElement(String uri, String localName, String name) throws SAXException {
        super.endElement(namespace, localName, localName);
    }

    /** The binding's own prefixes are not used. */
    @Override
    public void startPrefixMapping(String prefix, String uri) {}

    @Override
    public void endPrefixMapping(String prefix) {}
}
