package org.nxsi.platform.partner;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Shows a document of one namespace as the library's types are bound: below the root, without it. An element of any
 * other namespace is refused.
 */
final class OneNamespaceReader extends StreamReaderDelegate {

    private final String namespace;
    private int depth = 1;
    private boolean leaving;

    /** @param atRoot a reader that stands at the root's start */
    OneNamespaceReader(String namespace, XMLStreamReader atRoot) {
        super(atRoot);
        this.namespace = namespace;
        refuseOtherNamespaces();
    }

    @Override
    public int next() throws XMLStreamException {
        if (leaving) {
            depth--;
            leaving = false;
        }
        int event = super.next();
        if (event == START_ELEMENT) {
            depth++;
            refuseOtherNamespaces();
        } else if (event == END_ELEMENT) {
            leaving = true;
        }
        return event;
    }

    @Override
    public String getNamespaceURI() {
        return depth == 1 ? namespace : "";
    }

    private void refuseOtherNamespaces() {
        if (!namespace.equals(super.getNamespaceURI())) {
            throw new MalformedMessage("an element is not in the namespace " + namespace);
        }
    }
}
