package org.nxsi.local.store;

import java.util.ArrayList;
import java.util.List;

/**
 * What an index orders documents by.
 *
 * @param fields paths in order; the last is always the id, which makes each entry unique
 * @param sparse whether documents that have none of the fields are left out
 */
record IndexShape(String name, List<String> fields, boolean sparse) {

    /** The order that the documents themselves lie in. */
    static IndexShape ofDocuments(String idField) {
        return new IndexShape("_id_", List.of(idField), false);
    }

    static IndexShape of(String name, List<String> declared, String idField, boolean sparse) {
        List<String> fields = new ArrayList<>();
        for (String field : declared) {
            if (field.equals(idField)) {
                break; // nothing after a unique field can matter
            }
            fields.add(field);
        }
        fields.add(idField);
        return new IndexShape(name, List.copyOf(fields), sparse);
    }

    /** The fields that stand before the id. */
    List<String> leading() {
        return fields.subList(0, fields.size() - 1);
    }
}
