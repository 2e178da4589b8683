package org.nxsi.local.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaPromisesTest {

    @TempDir
    Path folder;

    private Path promises;

    @BeforeEach
    void a_service_promises_what_its_events_hold() throws IOException {
        schema("""
                {"type": "object", "required": ["month"], "properties": {
                  "month": {"type": "string", "description": "paid in"},
                  "lines": {"type": "array", "items": {"type": "object", "properties": {"amount": {"type": "string"}}}}}}""");
        promises = Files.write(folder.resolve("promises.txt"), SchemaPromises.of(folder));
    }

    @Test
    void another_wording_for_people_breaks_nothing() throws IOException {
        schema("""
                {"type": "object", "required": ["month"], "properties": {
                  "month": {"type": "string", "description": "the month it is paid in"},
                  "lines": {"type": "array", "items": {"type": "object", "properties": {"amount": {"type": "string"}}}}}}""");

        assertThatCode(() -> SchemaPromises.assertKept(folder, promises)).doesNotThrowAnyException();
    }

    @Test
    void a_member_that_becomes_something_else_breaks_a_promise() throws IOException {
        schema("""
                {"type": "object", "required": ["month"], "properties": {
                  "month": {"type": "integer"},
                  "lines": {"type": "array", "items": {"type": "object", "properties": {"amount": {"type": "string"}}}}}}""");

        assertThatThrownBy(() -> SchemaPromises.assertKept(folder, promises))
                .hasMessageContaining("is broken")
                .hasMessageContaining("month | required | type=\"string\"");
    }

    @Test
    void a_member_that_need_no_longer_be_there_breaks_a_promise() throws IOException {
        schema("""
                {"type": "object", "properties": {
                  "month": {"type": "string"},
                  "lines": {"type": "array", "items": {"type": "object", "properties": {"amount": {"type": "string"}}}}}}""");

        assertThatThrownBy(() -> SchemaPromises.assertKept(folder, promises)).hasMessageContaining("is broken");
    }

    @Test
    void a_new_member_is_asked_to_be_promised_too() throws IOException {
        schema("""
                {"type": "object", "required": ["month"], "properties": {
                  "month": {"type": "string"},
                  "lines": {"type": "array", "items": {"type": "object", "properties": {"amount": {"type": "string"}, "on": {"type": "string"}}}}}}""");

        assertThatThrownBy(() -> SchemaPromises.assertKept(folder, promises))
                .hasMessageContaining("new members")
                .hasMessageContaining("lines[].on | optional");
    }

    private void schema(String json) throws IOException {
        Files.writeString(folder.resolve("some.fact.json"), json);
    }
}
