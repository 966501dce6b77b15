-- Who may sign in, what they may do, and how they came in. Addresses live here and nowhere else.

create table account (
  id        uuid primary key,
  address   text not null unique,  -- normalised; see EmailAddress
  address_at timestamptz not null, -- since when they have it
  name      text not null,
  name_sort bytea not null,        -- sorts as fr-CA does; see NameOrder
  name_find text not null,         -- without capitals and accents
  language  text not null,
  stay      uuid not null,         -- the last account_period
  joined_at timestamptz not null,
  left_at   timestamptz
) without rowid;

-- For the lists of those who are here, by name: with all that a list needs, so that the accounts themselves stay closed.
create index account_by_name on account (name_sort, id, left_at, name_find, name, stay, joined_at) where left_at is null;

-- Every stay of everybody; the last one is also in the account.
create table account_period (
  id         uuid primary key,
  account_id uuid not null references account (id),
  joined_at  timestamptz not null,
  left_at    timestamptz
) without rowid;

create index account_period_of on account_period (account_id, joined_at);

create table account_role (
  account_id uuid not null references account (id),
  role       text not null,
  given_at   timestamptz not null,
  given_by   uuid,                 -- null: by whoever runs the server
  taken_at   timestamptz,
  taken_by   uuid
);

create unique index account_role_held on account_role (account_id, role) where taken_at is null;
create index account_role_holders on account_role (role) where taken_at is null;

-- The address that somebody wants instead of theirs, until they type the code of its letter; one a person, the last one counts.
create table address_change (
  account_id uuid primary key references account (id),
  letter     uuid not null,        -- its Message-ID
  address    text not null,
  code       bytea not null,       -- HMAC of the code under the session's secret: good in that browser alone
  tries      bigint not null,
  made_at    timestamptz not null,
  expires_at timestamptz not null
) without rowid;

-- An address that somebody had before is told that they no longer have it. For a month whoever looks after the server can let them in by it.
create table address_left (
  id         uuid primary key,     -- the letter's Message-ID
  account_id uuid not null references account (id),
  address    text not null,
  at         timestamptz not null,
  told_at    timestamptz
) without rowid;

create index address_left_of on address_left (account_id);

-- One row of one kind whoever the address belongs to, and if it is nobody's: what is written, and how long it takes, tells nobody who is here.
create table sign_in_request (
  id         uuid primary key,
  letter     uuid not null,         -- whose code opens it; several browsers may have asked for one
  address    text not null,
  name       text,                  -- of a newcomer: what they said of themselves, and what they agreed to
  language     text,
  pledge     text,
  token      bytea not null unique, -- SHA-256 of the link's token
  code       bytea,                 -- HMAC of the typed code under the browser's secret; null: the link alone
  browser    bytea,                 -- SHA-256 of the browser's secret; null: good in any browser
  tries      bigint not null,
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
) without rowid;

create index sign_in_request_browser on sign_in_request (browser);
create index sign_in_request_letter on sign_in_request (letter);
create index sign_in_request_address on sign_in_request (address);
create index sign_in_request_expires on sign_in_request (expires_at);

-- Who came in, who was let in, who was given what: numbered without gaps and chained, each with the hash of the one before.
create table security_event (
  number  bigint primary key,
  at      timestamptz not null,
  kind    text   not null,
  done_by uuid,
  done_to uuid,
  detail  text   not null,
  hash    bytea  not null
) without rowid;

create table security_head (
  one    bigint primary key check (one = 1),
  number bigint not null,
  hash   bytea                          -- null before the first event
) without rowid;

insert into security_head (one, number) values (1, 0);

create table session (
  id         uuid primary key,
  account_id uuid not null references account (id),
  key        bytea not null unique, -- SHA-256 of the cookie's value
  device     text not null,
  started_at timestamptz not null,
  seen_at    timestamptz not null,
  expires_at timestamptz not null
) without rowid;

create index session_account on session (account_id);
create index session_expires on session (expires_at);
