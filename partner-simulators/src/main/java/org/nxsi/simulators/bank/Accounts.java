package org.nxsi.simulators.bank;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.nxsi.simulators.journal.Journal;
import org.nxsi.simulators.journal.Journal.Place;

/** The payees' accounts of one bank: on disk, with only an index in memory. */
final class Accounts implements Closeable {

    private static final int MAX_LINE_BYTES = 1_024;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final AccountIndex index;
    private final Journal journal;

    private Accounts(AccountIndex index, Journal journal) {
        this.index = index;
        this.journal = journal;
    }

    static Accounts open(Path file) throws IOException {
        AccountIndex index = new AccountIndex();
        Journal journal = Journal.open(
                file, (place, text) -> index.put(Account.ofLine(text).number(), place.position()));
        return new Accounts(index, journal);
    }

    Optional<Account> find(String number) throws IOException {
        lock.readLock().lock();
        try {
            return stored(number).filter(account -> account.state() != AccountState.ABSENT);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Opens or changes accounts; those that stand so already are left alone. Durable when it returns. */
    void put(List<Account> accounts) throws IOException {
        lock.writeLock().lock();
        try {
            List<Account> changed = new ArrayList<>();
            for (Account account : accounts) {
                if (!stored(account.number()).equals(Optional.of(account))) {
                    changed.add(account);
                }
            }
            List<Place> places =
                    journal.appendAll(changed.stream().map(Account::line).toList());
            for (int i = 0; i < changed.size(); i++) {
                index.put(changed.get(i).number(), places.get(i).position());
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }

    private Optional<Account> stored(String number) throws IOException {
        long position = index.find(number);
        if (position < 0) {
            return Optional.empty();
        }
        Account account = Account.ofLine(journal.readAt(position, MAX_LINE_BYTES));
        return Optional.of(account).filter(found -> found.number().equals(number));
    }
}
