package org.nxsi.platform.cases;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The one complete list of what is missing (一次性告知, 行政许可法 第三十二条).
 *
 * @param supplyBy last day for all of it
 * @param papers 1 to 50, each code once
 */
public record PapersNotice(LocalDate noticedOn, LocalDate supplyBy, List<Paper> papers) {

    private static final int MOST_PAPERS = 50;

    /**
     * Takes a list that can be handed out.
     *
     * @throws IllegalArgumentException if it is empty, too long, names a paper twice, or its last day is past
     */
    public PapersNotice {
        papers = List.copyOf(papers);
        if (papers.isEmpty() || papers.size() > MOST_PAPERS) {
            throw new IllegalArgumentException("a notice lists 1 to " + MOST_PAPERS + " papers");
        }
        Set<String> codes = new HashSet<>();
        papers.forEach(paper -> codes.add(paper.code()));
        if (codes.size() < papers.size()) {
            throw new IllegalArgumentException("a notice lists each paper once");
        }
        if (supplyBy.isBefore(noticedOn)) {
            throw new IllegalArgumentException("papers cannot be due before the notice");
        }
    }

    public List<Paper> missing() {
        return papers.stream().filter(Paper::isMissing).toList();
    }

    public boolean isMainMissing() {
        return papers.stream().anyMatch(paper -> paper.isMissing() && paper.main());
    }

    public boolean lists(String code) {
        return papers.stream().anyMatch(paper -> paper.code().equals(code));
    }

    PapersNotice supplied(Set<String> codes, LocalDate on) {
        return new PapersNotice(
                noticedOn,
                supplyBy,
                papers.stream()
                        .map(paper -> codes.contains(paper.code()) ? paper.supplied(on) : paper)
                        .toList());
    }
}
