-- The columns are those of pension-service's documents; texts of fixed meaning stay texts, as there.
create table if not exists beneficiaries (
  id text primary key,
  seq bigint generated always as identity unique,
  payee text not null,
  number text not null,
  name text not null,
  area text not null,
  scheme text not null,
  entitled_from text not null,
  basic_fen bigint not null,
  personal_account_fen bigint not null,
  transitional_fen bigint not null,
  subsidy_fen bigint not null,
  bank text not null,
  account_number text not null,
  account_holder text not null,
  certified_until date not null,
  status text not null,
  version bigint not null
);

-- Every row is changed once, soon after it was inserted: half of each page is left free for that (heap-only updates).
create table if not exists instructions (
  id text primary key,
  run text not null,
  batch text not null,
  payee text not null,
  scheme text not null,
  benefit text not null,
  slot text not null,
  bank text not null,
  account_number text not null,
  account_holder text not null,
  basic_fen bigint not null,
  personal_account_fen bigint not null,
  transitional_fen bigint not null,
  subsidy_fen bigint not null,
  amount_fen bigint not null,
  end_to_end_id text not null,
  status text not null,
  exception text,
  certification_overdue boolean not null,
  settled_by text,
  returned_by text,
  return_reason text,
  booked_on date
) with (fillfactor = 50);
create index if not exists instructions_batch on instructions (batch);

create table if not exists batches (
  id text primary key,
  run text not null,
  bank text not null,
  slice int not null,
  payments int not null,
  amount_fen bigint not null,
  status text not null,
  message_id text,
  digest text,
  sent_at timestamptz,
  settled_at timestamptz,
  paid int,
  paid_fen bigint,
  returned int,
  returned_fen bigint
);

create table if not exists bank_reports (
  id text primary key,
  batch text not null,
  received_at timestamptz not null default now()
);

create table if not exists vouchers (
  id text primary key,
  fund text not null,
  period text not null,
  kind text not null,
  source text not null,
  posted_on date not null
);

create table if not exists voucher_lines (
  voucher text not null references vouchers,
  line int not null,
  account text not null,
  bank text,
  debit_fen bigint not null,
  credit_fen bigint not null,
  primary key (voucher, line)
);

create table if not exists statement_entries (
  account text not null,
  reference text not null,
  day date not null,
  kind text not null,
  amount_fen bigint not null,
  message_id text,
  block text,
  end_to_end_id text,
  payee_account text,
  reason text,
  primary key (account, day, reference)
);

create table if not exists statement_balances (
  bank text not null,
  scheme text not null,
  closing_fen bigint not null,
  primary key (bank, scheme)
);
