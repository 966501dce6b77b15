-- Who said that they come to an open meeting without being a member. Of a person: an address until the day after, then a fingerprint for a year, to count visits.

create table guest (
  id           uuid   primary key,      -- what the link in their letter says
  meeting_id   uuid   not null,
  day          text   not null,         -- of the meeting, as it was when they last said so: 2026-03-17
  hash         bytea  not null,         -- HMAC of the address
  address      text,                    -- null from the day after the meeting on
  language     text   not null,
  mode         text   not null,         -- in-person, remote
  is_coming    bigint not null,         -- 0 until they pressed the button that their letter leads to
  asked_at     timestamptz not null,
  confirmed_at timestamptz,
  unique (meeting_id, hash)
);

create index guest_hash on guest (hash);

-- The letters to them, recorded before they go.
create table guest_letter (
  id         uuid   primary key,        -- its Message-ID, however often it is handed in
  guest_id   uuid   not null,
  fact       text   not null,           -- asked-1, expected, reminder-0, change-1, cancelled
  send_at    timestamptz not null,      -- not before
  expires_at timestamptz not null,      -- of no use after
  state      text   not null,           -- waiting; sent, refused by the mail server, or dropped: there was nothing to tell any more
  tries      bigint not null,
  made_at    timestamptz not null,
  sent_at    timestamptz,               -- what the day's limit counts
  unique (guest_id, fact)
);

create index guest_letter_due on guest_letter (send_at) where state = 'waiting';
