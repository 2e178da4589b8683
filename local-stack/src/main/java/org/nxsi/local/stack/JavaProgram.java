package org.nxsi.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java program that can run as a part.
 *
 * @param launch what comes after the JVM's flags: {@code -jar x.jar}, or class path and main class
 * @param fingerprint tells this build of the program from every other
 */
public record JavaProgram(List<String> launch, String fingerprint) {

    /** Part of every command line, so that a process id can be told from one that was given away again. */
    static final String MARK = "-Dnxsi.part=";

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    public JavaProgram {
        launch = List.copyOf(launch);
    }

    /** What a part's command line starts with: program and mark. */
    static String mark(Path home, String part) {
        return MARK + part + "@" + home;
    }

    static List<String> command(
            Path home, String part, List<String> flags, JavaProgram program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(JAVA.toString());
        command.add(mark(home, part));
        command.addAll(flags);
        command.addAll(program.launch);
        command.addAll(arguments);
        return List.copyOf(command);
    }
}
