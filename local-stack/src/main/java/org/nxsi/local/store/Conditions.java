package org.nxsi.local.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions of a query that an index can help with, by field; all others stay with the query alone. */
final class Conditions {

    private final Map<String, Bounds> byField = new HashMap<>();
    private final String idField;
    private boolean exact = true;

    Conditions(Document query, String idField) {
        this.idField = idField;
        read(query);
    }

    @Nullable
    Bounds of(String field) {
        return byField.get(field);
    }

    /** Whether the conditions are nothing but points of these fields, one condition on each. */
    boolean arePointsOf(List<String> fields) {
        return exact && fields.containsAll(byField.keySet());
    }

    private void read(Document query) {
        query.forEach((field, condition) -> {
            if (field.equals("$and") && condition instanceof Collection<?> all) {
                exact = false;
                all.stream().filter(Document.class::isInstance).forEach(one -> read((Document) one));
            } else if (field.startsWith("$")) {
                exact = false;
            } else {
                read(field, condition);
            }
        });
    }

    private void read(String field, @Nullable Object condition) {
        if (condition instanceof Document operators && isOperators(operators)) {
            exact &= operators.size() == 1;
            operators.forEach((operator, operand) -> read(field, operator, operand));
        } else {
            equality(field, condition);
        }
    }

    private void read(String field, String operator, @Nullable Object operand) {
        switch (operator) {
            case "$eq" -> equality(field, operand);
            case "$in" -> choice(field, operand);
            case "$gt", "$gte" -> {
                exact = false;
                ValueType type = ValueType.of(operand);
                if (type.isOrdered()) {
                    bounds(field).atLeast(KeyWriter.of(operand), type);
                }
            }
            case "$lt", "$lte" -> {
                exact = false;
                ValueType type = ValueType.of(operand);
                if (type.isOrdered()) {
                    bounds(field).atMost(KeyWriter.of(operand), type);
                }
            }
            case "$exists" -> {
                exact = false;
                if (Utils.isTrue(operand)) {
                    bounds(field).mustExist();
                }
            }
            default -> exact = false; // left to the query
        }
    }

    private void equality(String field, @Nullable Object value) {
        if (isPoint(field, value)) {
            bounds(field).equalTo(KeyWriter.of(value));
        } else {
            exact = false;
        }
    }

    private void choice(String field, @Nullable Object values) {
        if (values instanceof Collection<?> all && all.stream().allMatch(value -> isPoint(field, value))) {
            List<Key> keys = new ArrayList<>(all.size());
            all.forEach(value -> keys.add(KeyWriter.of(value)));
            bounds(field).among(keys);
        } else {
            exact = false;
        }
    }

    /** Documents are compared as a whole only where they are ids; elsewhere the matcher knows more kinds of equal. */
    private boolean isPoint(String field, @Nullable Object value) {
        return switch (ValueType.of(value)) {
            case NULL, NUMBER, TEXT, OBJECT_ID, BOOLEAN, DATE, ID_128 -> !(value instanceof Missing);
            case DOCUMENT ->
                field.equals(idField)
                        && value instanceof Document document
                        && !document.isEmpty()
                        && !BsonRegularExpression.isRegularExpression(value);
            case MIN, ARRAY, BINARY, TIMESTAMP, OTHER, MAX -> false;
        };
    }

    private Bounds bounds(String field) {
        return byField.computeIfAbsent(field, name -> new Bounds());
    }

    private static boolean isOperators(Document document) {
        return document.keySet().stream().anyMatch(key -> key.startsWith("$"));
    }
}
