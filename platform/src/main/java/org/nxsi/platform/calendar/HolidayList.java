package org.nxsi.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of a holiday file, read strictly: a doubtful line is refused with its number. */
record HolidayList(Map<Integer, List<String>> noticesByYear, Map<LocalDate, Boolean> worked) {

    static HolidayList read(List<String> lines) {
        Map<Integer, List<String>> notices = new HashMap<>();
        Map<LocalDate, Boolean> worked = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                readLine(line, i + 1, notices, worked);
            }
        }
        return new HolidayList(Map.copyOf(notices), Map.copyOf(worked));
    }

    private static void readLine(
            String line, int number, Map<Integer, List<String>> notices, Map<LocalDate, Boolean> worked) {
        int comma = line.indexOf(',');
        String kind = comma < 0 ? line : line.substring(0, comma);
        String rest = line.substring(comma + 1);
        switch (kind) {
            case "year" ->
                notices.computeIfAbsent(yearOf(rest, number), year -> new ArrayList<>())
                        .add(noticeOf(rest, number));
            case "rest", "work" -> {
                LocalDate day = dateOf(rest, number);
                boolean works = kind.equals("work");
                require(!works || isWeekend(day), number, "a make-up workday on a weekday");
                require(worked.put(day, works) == null, number, "the day is listed twice");
            }
            default -> require(false, number, "the kind is not year, rest or work");
        }
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static int yearOf(String rest, int number) {
        try {
            return Integer.parseInt(rest, 0, 4, 10);
        } catch (NumberFormatException | IndexOutOfBoundsException wrong) {
            throw new IllegalArgumentException("holidays line " + number + ": no year", wrong);
        }
    }

    private static String noticeOf(String rest, int number) {
        require(rest.length() > 5 && rest.charAt(4) == ',', number, "the year has no notice");
        return rest.substring(5);
    }

    private static LocalDate dateOf(String rest, int number) {
        try {
            return LocalDate.parse(rest);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException("holidays line " + number + ": no date", wrong);
        }
    }

    private static void require(boolean holds, int number, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("holidays line " + number + ": " + otherwise);
        }
    }
}
