CREATE INDEX account_by_name on account (name_sort, id, left_at, name_find, name, stay, joined_at) where left_at is null;
CREATE INDEX account_period_of on account_period (account_id, joined_at);
CREATE UNIQUE INDEX account_role_held on account_role (account_id, role) where taken_at is null;
CREATE INDEX account_role_holders on account_role (role) where taken_at is null;
CREATE INDEX address_left_of on address_left (account_id);
CREATE INDEX feed_entry_keys on feed_entry (node_id, first) where is_keys = 1;
CREATE INDEX file_holder_of_file on file_holder (hash);
CREATE INDEX file_holder_of_record on file_holder (holder);
CREATE INDEX grain_state_id on grain_state (kind, id);
CREATE INDEX meeting_by_series on grain_state (state ->> '$.occurrence.series', state ->> '$.occurrence.date') where kind = 'meeting' and state ->> '$.occurrence.series' is not null;
CREATE INDEX meeting_by_start on grain_state (state ->> '$.plan.start', id) where kind = 'meeting';
CREATE INDEX meeting_by_state on grain_state (state ->> '$.state', state ->> '$.plan.start', id) where kind = 'meeting';
CREATE INDEX meeting_open_actions on grain_state (state ->> '$.openActions') where kind = 'meeting' and state ->> '$.openActions' > 0;
CREATE INDEX meeting_to_forget on grain_state (state ->> '$.forgetOn') where kind = 'meeting' and state ->> '$.forgetOn' is not null;
CREATE INDEX member_calendar_hash on grain_state (state ->> '$.calendar.hash') where kind = 'member' and state ->> '$.calendar.hash' is not null;
CREATE INDEX member_shown on grain_state (id, cast(state ->> '$.stay' as text)) where kind = 'member' and state ->> '$.shown.name' = 1;
CREATE INDEX practice_by_adapted on grain_state (state ->> '$.revisions[#-1].facts.adaptedFrom.practice')
 where kind = 'practice' and state ->> '$.revisions[#-1].facts.adaptedFrom.practice' is not null;
CREATE INDEX practice_by_author on grain_state (state ->> '$.author') where kind = 'practice';
CREATE INDEX practice_by_original on grain_state (state ->> '$.revisions[#-1].facts.translationOf') where kind = 'practice';
CREATE INDEX practice_by_revision on grain_state (state ->> '$.revisions[#-1].at' desc, id desc) where kind = 'practice';
CREATE INDEX practice_claimed on grain_state (state ->> '$.claim.by') where kind = 'practice' and state ->> '$.claim.by' is not null;
CREATE INDEX pulse_meeting on grain_state (state ->> '$.closedAt') where kind = 'meeting' and state ->> '$.closedAt' is not null;
CREATE INDEX topic_by_proposer on grain_state (state ->> '$.proposer') where kind = 'topic';
CREATE INDEX topic_open on grain_state (id) where kind = 'topic' and state ->> '$.withdrawnAt' is null and state ->> '$.treated.meeting' is null;
CREATE INDEX topic_treated on grain_state (state ->> '$.treated.at' desc, id desc) where kind = 'topic' and state ->> '$.treated.meeting' is not null;
CREATE INDEX vote_by_committee on grain_state (state ->> '$.committee', state ->> '$.content.on' desc, id desc) where kind = 'vote';
CREATE INDEX guest_hash on guest (hash);
CREATE INDEX guest_letter_due on guest_letter (send_at) where state = 'waiting';
CREATE INDEX invitation_address on invitation (address) where address is not null;
CREATE INDEX invitation_due on invitation (send_at) where state in ('waiting', 'going');
CREATE INDEX invitation_hash on invitation (hash);
CREATE INDEX invitation_of on invitation (inviter, made_at);
CREATE INDEX item_content_missing on item (node_id, feed_position) where content_missing > 0;
CREATE INDEX item_quarantined on item (node_id, position) where status = 'quarantined';
CREATE INDEX item_subject_named on item_subject (subject_id, node_id, revision);
CREATE INDEX letter_about on letter (about, fact);
CREATE INDEX letter_ended on letter (ended_at) where ended_at is not null;
CREATE UNIQUE INDEX letter_once on letter (account_id, about, fact, stay);
CREATE INDEX letter_refused on letter (account_id) where outcome = 'refused';
CREATE INDEX letter_waiting on letter (next_at, id) where ended_at is null;
CREATE INDEX library_adaptation_origin on library_adaptation (origin_item);
CREATE INDEX library_adaptation_practice on library_adaptation (practice_id, node_id, revision);
CREATE INDEX library_practice_changed on library_practice (changed);
CREATE INDEX library_practice_of_node on library_practice (node_id, revised_at desc) where item_id is not null;
CREATE INDEX library_practice_original on library_practice (original, node_id);
CREATE INDEX library_practice_translates on library_practice (translates) where translates is not null;
CREATE INDEX library_profile_node on library_profile (node_id);
CREATE INDEX library_revision_practice on library_revision (practice_id, node_id, revision);
CREATE INDEX library_template_node on library_template (node_id, position);
CREATE INDEX session_account on session (account_id);
CREATE INDEX session_expires on session (expires_at);
CREATE INDEX sign_in_request_address on sign_in_request (address);
CREATE INDEX sign_in_request_browser on sign_in_request (browser);
CREATE INDEX sign_in_request_expires on sign_in_request (expires_at);
CREATE INDEX sign_in_request_letter on sign_in_request (letter);
CREATE INDEX text_holder_of_text on text_holder (hash);
CREATE INDEX withdrawn_by on withdrawn (position);
CREATE TABLE OrleansQuery (
  QueryKey  text primary key,
  QueryText text not null
) without rowid;
CREATE TABLE account (
  id        text primary key,
  address   text not null unique,  -- normalised; see EmailAddress
  address_at text not null, -- since when they have it
  name      text not null,
  name_sort blob not null,        -- sorts as fr-CA does; see NameOrder
  name_find text not null,         -- without capitals and accents
  language  text not null,
  stay      text not null,         -- the last account_period
  joined_at text not null,
  left_at   text
) without rowid;
CREATE TABLE account_period (
  id         text primary key,
  account_id text not null references account (id),
  joined_at  text not null,
  left_at    text
) without rowid;
CREATE TABLE account_role (
  account_id text not null references account (id),
  role       text not null,
  given_at   text not null,
  given_by   text,                 -- null: by whoever runs the server
  taken_at   text,
  taken_by   text
);
CREATE TABLE address_change (
  account_id text primary key references account (id),
  letter     text not null,        -- its Message-ID
  address    text not null,
  code       blob not null,       -- HMAC of the code under the session's secret: good in that browser alone
  tries      integer not null,
  made_at    text not null,
  expires_at text not null
) without rowid;
CREATE TABLE address_left (
  id         text primary key,     -- the letter's Message-ID
  account_id text not null references account (id),
  address    text not null,
  at         text not null,
  told_at    text
) without rowid;
CREATE TABLE backup_record (
  kind         text        primary key check (kind in ('backup', 'drill', 'words')),
  tried_at     text not null,
  succeeded_at text,            -- null while it never has
  code         text        not null,   -- why the last try was refused; empty when it went well
  detail       text        not null    -- what that refusal's text needs
);
CREATE TABLE change_log (
  position integer primary key,
  kind     text    not null,
  id       text    not null,
  version  integer not null
);
CREATE TABLE counter (
  name     text primary key,
  position integer not null
) without rowid;
CREATE TABLE erasure (
  kind text not null,
  id   text not null,
  primary key (kind, id)
) without rowid;
CREATE TABLE feed_again (
  position integer primary key,          -- in the order of transport
  node_id  text   not null,
  first    integer not null
);
CREATE TABLE feed_entry (
  position integer primary key,          -- the order of transport: that of its last item
  node_id  text   not null,             -- whose feed
  first    integer not null,             -- where in that feed it begins
  last     integer not null,             -- and ends
  is_keys  integer not null,             -- 1 for a key statement
  signed   blob  not null,             -- the SignedItem: the Run, or the KeyStatement itself
  bytes    integer not null,             -- what it weighs in a page, contents included
  superseded integer not null default 0, -- 0 while it is part of the feed; its own position once another branch has taken its place
  unique (node_id, first, superseded)
);
CREATE TABLE feed_epoch (
  node_id text  not null,
  epoch   blob not null,
  first   integer not null,              -- where its first entry stands
  primary key (node_id, epoch)
) without rowid;
CREATE TABLE feed_evidence (
  node_id       text   not null,
  signed_id     blob  not null,
  feed_position integer not null,
  reason        text   not null check (reason in ('GAP', 'FORK', 'QUARANTINE_FULL')),
  signed        blob  not null,
  seen_at       text not null,
  primary key (node_id, signed_id)
);
CREATE TABLE feed_head (
  node_id  text   primary key,
  epoch    blob  not null,
  position integer not null,
  item_id  blob  not null,
  keys_at  integer not null              -- where its last key statement stands
) without rowid;
CREATE TABLE fetched_template (
  template_id text   primary key,
  hub         text   not null,             -- its node id, which the code named
  payload     blob  not null,
  content     blob  not null,
  fetched_at  text not null
) without rowid;
CREATE TABLE file (
  hash blob primary key,
  size integer not null
);
CREATE TABLE file_holder (
  id       text primary key,  -- chosen for this one time that the file is added, never used again
  holder   text not null,     -- the record's id
  hash     blob not null references file (hash) deferrable initially deferred,  -- a row comes before its file
  is_named integer not null,   -- 1 once the record's state was seen to name it
  added_at text not null
);
CREATE TABLE file_part (
  hash   blob not null references file (hash) on delete cascade,
  number integer not null,  -- from 0; all but the last are equally long
  bytes  blob not null,
  primary key (hash, number)
);
CREATE TABLE follower_cursor (
  name     text primary key,
  position integer not null
) without rowid;
CREATE TABLE grain_state (
  kind     text    not null,  -- the name given to [PersistentState]
  n0       integer not null,  -- the two halves of the grain's Guid; the JSON has it readable, as "id"
  n1       integer not null,
  id       text    generated always as (json_extract(state, '$.id')) virtual,
  state    text    not null,
  version  integer not null,
  modified text    not null,
  primary key (kind, n0, n1)
);
CREATE TABLE guest (
  id           text   primary key,      -- what the link in their letter says
  meeting_id   text   not null,
  day          text   not null,         -- of the meeting, as it was when they last said so: 2026-03-17
  hash         blob  not null,         -- HMAC of the address
  address      text,                    -- null from the day after the meeting on
  language     text   not null,
  mode         text   not null,         -- in-person, remote
  is_coming    integer not null,         -- 0 until they pressed the button that their letter leads to
  asked_at     text not null,
  confirmed_at text,
  unique (meeting_id, hash)
);
CREATE TABLE guest_letter (
  id         text   primary key,        -- its Message-ID, however often it is handed in
  guest_id   text   not null,
  fact       text   not null,           -- asked-1, expected, reminder-0, change-1, cancelled
  send_at    text not null,      -- not before
  expires_at text not null,      -- of no use after
  state      text   not null,           -- waiting; sent, refused by the mail server, or dropped: there was nothing to tell any more
  tries      integer not null,
  made_at    text not null,
  sent_at    text,               -- what the day's limit counts
  unique (guest_id, fact)
);
CREATE TABLE health_contact (
  one     integer primary key check (one = 1),
  version integer not null,  -- grows with every change: whoever chose from an older page is told
  first   text   not null,
  second  text   not null   -- empty for nobody
);
CREATE TABLE health_outage (
  code       text        primary key,
  wrong_at   text not null,
  well_at    text            -- null while it is wrong
);
CREATE TABLE health_told (
  code    text not null,
  address text not null,
  primary key (code, address)
);
CREATE TABLE hub_lane (
  lane         text   primary key,
  succeeded_at text,
  failure      text   not null,
  failures     integer not null,
  next_try_at  text
);
CREATE TABLE hub_link (
  one                 integer primary key check (one = 1),
  hub_node_id         text   not null,
  address             text   not null,
  state               text   not null,
  since               text not null,
  message             text   not null,
  hub_epoch           blob,
  cursor              blob  not null,
  hello_at            text,
  clock_ahead_seconds integer
);
CREATE TABLE inbox_cursor (
  one          integer primary key check (one = 1),
  mailbox      text   not null,  -- another one is read from its beginning
  uid_validity integer not null,  -- and so is one whose server counts anew (RFC 3501, 2.3.1.1)
  last_uid     integer not null
);
CREATE TABLE inbox_setup (
  one           integer primary key check (one = 1),
  version       integer not null,  -- grows with every change: whoever chose from an older page is told
  host          text   not null,
  port          integer not null,
  security      text   not null,
  user_name     text   not null,
  password      blob  not null,  -- sealed with the key of this node's folder: the database alone does not open the mailbox
  folder        text   not null,
  every_minutes integer not null
);
CREATE TABLE incident_wording (
  incident      text        not null,
  number        integer      not null,  -- from 1
  written_at    text not null,
  written_as    text        not null,  -- the role of whoever wrote
  information   text        not null,
  circumstances text        not null,
  happened      text        not null,  -- a day or a period, in words
  known_on      text        not null,  -- YYYY-MM-DD: the five years begin
  people        text        not null,  -- how many, in words: it may be about so many
  serious       text        not null,  -- yes, no
  reasons       text        not null,
  commission_on text        not null,  -- YYYY-MM-DD; empty while it was not told
  people_on     text        not null,
  notice_notes  text        not null,
  measures      text        not null,
  primary key (incident, number)
);
CREATE TABLE invitation (
  id       text   primary key,      -- its Message-ID, however often it is handed in
  batch    text   not null,         -- those that were written together
  hash     blob  not null,         -- HMAC of the address, for a year: nobody gets two
  address  text,                    -- null once it is erased: no answer, an answer, or never again
  shown    text,                    -- as much of it as its inviter sees
  words    text,                    -- the inviter's own; erased with the address
  language text   not null,         -- both, fr, en
  inviter  text,                    -- null once nobody is shown it any more
  stay     text,
  state    text   not null,         -- waiting; once its turn has come: going, and then sent, refused by the mail server, or withheld
  tries    integer not null,
  made_at  text not null,
  send_at  text not null,    -- not before
  sent_at  text              -- when its turn came, whatever became of it: what the day's limit counts
);
CREATE TABLE invitation_key (
  one integer primary key check (one = 1),
  key blob  not null
);
CREATE TABLE invitation_never (
  hash blob primary key,
  at   text not null
);
CREATE TABLE item (
  position        integer primary key,   -- this node's own numbering, from item_counter
  node_id         text   not null,
  feed_position   integer not null,      -- where in its feed
  item_id         blob  not null unique,
  payload_type    text   not null,
  payload         blob  not null,
  status          text   not null check (status in ('accepted', 'quarantined', 'disbelieved')),
  reason          text   not null,      -- why quarantined; else empty. Disbelieved is what a thief of the key signed
  content_missing integer not null,      -- 1 while the content that it names is neither here nor withdrawn; 2 once whoever was asked does not have it either
  received_at     text not null,
  superseded      integer not null default 0, -- as in feed_entry; its own position too for a withdrawal that came alone
  unique (node_id, feed_position, superseded)
);
CREATE TABLE item_content (
  position integer primary key references item (position),
  salt     blob not null,
  bytes    blob not null
);
CREATE TABLE item_counter (
  one      integer primary key check (one = 1),
  position integer not null
);
CREATE TABLE item_subject (
  position   integer primary key references item (position),
  node_id    text   not null,
  subject_id blob  not null,
  revision   integer not null
);
CREATE TABLE letter (
  id          text primary key,   -- its Message-ID, however often it is handed in
  account_id  text not null,
  stay        text not null,      -- the stay for which it was recorded: nobody who left is written to, and nobody who came back of what they missed
  kind        text not null,      -- what people choose to get or not
  about       text not null,      -- the record that it speaks of
  fact        text not null,      -- what is told of it: "announced", "change-2"
  is_urgent   integer not null,    -- 1: neither the day's limit nor the night holds it
  recorded_at text not null,
  next_at     text not null,
  expires_at  text not null,
  tries       integer not null,
  ended_at    text,        -- when it went, or when it was known that it would not
  outcome     text,               -- sent, refused, late
  why         text                -- the server's last code
);
CREATE TABLE library_adaptation (
  item_id       blob  primary key,
  node_id       text   not null,
  practice_id   text   not null,
  revision      integer not null,
  feed_position integer not null,
  origin_node   text   not null,
  origin_item   blob  not null,  -- it need not be here
  payload       blob  not null   -- PracticeRevision, as it was signed
) without rowid;
CREATE TABLE library_practice (
  number       integer      primary key,  -- 1 upwards without a gap: a bit each in library_search
  node_id      text        not null,
  practice_id  text        not null,
  item_id      blob,                    -- the latest revision; none when nothing can be shown
  revision     integer      not null,
  language     text        not null,
  topics       text        not null,     -- codes with a space between
  chime        text        not null,
  title        text        not null,
  summary      text        not null,
  licence      text        not null,
  translates   blob,                    -- the item it says it is a translation of
  original     text        not null,     -- the practice of its chapter that the item leads back to; its own id when it is no translation
  shared_at    text not null,
  revised_at   text not null,
  withdrawn_at text,
  taken_down   integer      not null,     -- why the hub took it down, by the number in the proto; 0 where its own chapter withdrew it, or it stands
  changed      integer      not null,     -- grows with every change of the table: whoever keeps the list in memory asks for what is later
  unique (practice_id, node_id)
);
CREATE TABLE library_profile (
  item_id         blob  primary key,
  node_id         text   not null,
  name_fr         text   not null,  -- one of the two may be empty
  name_en         text   not null,
  name_sort       blob  not null,  -- fr-CA sort key: SQLite has no such collation
  region_scheme   text   not null,
  region_code     text   not null,
  languages       text   not null,  -- codes with a space between
  public_contact  text   not null,
  web_address     text   not null,
  description_fr  text   not null,
  description_en  text   not null
) without rowid;
CREATE TABLE library_revision (
  item_id     blob       primary key,
  position    integer      not null,
  node_id     text        not null,
  practice_id text        not null,
  revision    integer      not null,
  payload     blob       not null,  -- PracticeRevision, as it was signed
  revised_at  text not null,  -- as the chapter says, but never after its arrival
  received_at text not null
) without rowid;
CREATE TABLE library_search (
  token     text   not null,
  field     integer not null,
  block     integer not null,
  practices blob  not null,
  primary key (token, field, block)
) without rowid;
CREATE TABLE library_shown (
  node_id  text   primary key,
  item_id  blob  not null,
  position integer not null,  -- of what says so, in its feed: a later word counts
  before   blob             -- what was shown when its name last was another; none when it never was
) without rowid;
CREATE TABLE library_template (
  item_id  blob  primary key,
  node_id  text   not null,
  position integer not null                 -- in this node's own numbering
) without rowid;
CREATE TABLE library_token (
  number integer primary key,
  tokens blob  not null
);
CREATE TABLE mail_course (
  one          integer primary key check (one = 1),
  sent_at      text,
  out_since    text,           -- null while it takes letters
  out_why      text        not null,
  refused_at   text,
  domain_at    text,           -- when somebody last looked what the DNS says of the sender's domain
  domain_lacks integer      not null
);
CREATE TABLE mail_setup (
  one            integer primary key check (one = 1),
  version        integer not null,  -- grows with every change: whoever chose from an older page is told
  host           text   not null,
  port           integer not null,
  security       text   not null,
  user_name      text   not null,
  password       blob  not null,  -- sealed with the key of this node's folder: the database alone does not open the mailbox
  sender_address text,
  most_per_day   integer not null
);
CREATE TABLE node (
  one        integer primary key check (one = 1),
  node_id    text not null,
  epoch      blob not null,  -- 16 random bytes per install and per restore
  key_id     blob not null,  -- SHA-256 of the signing key it uses now
  founded_at text not null,
  silent     integer not null default 0,  -- 1 while it signs nothing
  home       text                        -- which database this was when the node last started: a copy is another one
);
CREATE TABLE practice_feed (
  practice_id text    not null,
  revision    integer not null,
  item_id     blob not null,
  primary key (practice_id, revision)
) without rowid;
CREATE TABLE practice_feed_withdrawal (
  practice_id text    primary key,
  item_id     blob not null
) without rowid;
CREATE TABLE pulse (
  meeting   text primary key,
  opened_at text not null,  -- when the meeting was closed
  answers   integer not null,
  useful    integer not null,       -- the sum of the marks, each from 1 to 5
  heard     integer not null,
  neutral   integer not null
) without rowid;
CREATE TABLE pulse_answered (
  meeting text not null,
  member  text not null,
  primary key (meeting, member)
) without rowid;
CREATE TABLE receipt (
  first  integer primary key,
  last   integer not null,
  status text   not null,
  reason text   not null,
  at     text not null
);
CREATE TABLE receipt_withheld (
  feed_position integer primary key,
  reason        text not null
);
CREATE TABLE retention_run (
  code          text        primary key,
  done_at       text,           -- null while it never went well
  erased        integer      not null,  -- how many that day
  erased_in_all integer      not null,
  fails_since   text            -- null while it does not
);
CREATE TABLE schema_migration (
  feature    text        not null,
  number     integer      not null,
  name       text        not null,
  checksum   text        not null,
  program    text        not null,
  applied_at text not null,
  primary key (feature, number)
);
CREATE TABLE security_event (
  number  integer primary key,
  at      text not null,
  kind    text   not null,
  done_by text,
  done_to text,
  detail  text   not null,
  hash    blob  not null
) without rowid;
CREATE TABLE security_head (
  one    integer primary key check (one = 1),
  number integer not null,
  hash   blob                          -- null before the first event
) without rowid;
CREATE TABLE security_seal (
  seal   blob  primary key, -- as in the signed profile
  number integer not null,    -- of the event
  salt   blob  not null
) without rowid;
CREATE TABLE session (
  id         text primary key,
  account_id text not null references account (id),
  key        blob not null unique, -- SHA-256 of the cookie's value
  device     text not null,
  started_at text not null,
  seen_at    text not null,
  expires_at text not null
) without rowid;
CREATE TABLE sign_in_request (
  id         text primary key,
  letter     text not null,         -- whose code opens it; several browsers may have asked for one
  address    text not null,
  name       text,                  -- of a newcomer: what they said of themselves, and what they agreed to
  language     text,
  pledge     text,
  token      blob not null unique, -- SHA-256 of the link's token
  code       blob,                 -- HMAC of the typed code under the browser's secret; null: the link alone
  browser    blob,                 -- SHA-256 of the browser's secret; null: good in any browser
  tries      integer not null,
  made_at    text not null,
  expires_at text not null,
  used_at    text
) without rowid;
CREATE TABLE statistics_feed (
  period     text    not null,
  correction integer not null,
  item_id    blob    not null,
  primary key (period, correction)
) without rowid;
CREATE TABLE text (
  hash  blob primary key,
  bytes blob not null
);
CREATE TABLE text_holder (
  holder text  not null,  -- the record's id
  hash   blob  not null,
  primary key (holder, hash)
) without rowid;
CREATE TABLE withdrawn (
  node_id    text   not null,
  subject_id blob  not null,
  revision   integer not null,
  position   integer not null references item (position),
  primary key (subject_id, node_id, revision)
) without rowid;
CREATE TRIGGER grain_state_inserted after insert on grain_state begin
  update counter set position = position + 1 where name = 'change';
  insert into change_log (position, kind, id, version)
  select position, new.kind, json_extract(new.state, '$.id'), new.version from counter where name = 'change';
end;
CREATE TRIGGER grain_state_updated after update on grain_state begin
  update counter set position = position + 1 where name = 'change';
  insert into change_log (position, kind, id, version)
  select position, new.kind, json_extract(new.state, '$.id'), new.version from counter where name = 'change';
end;
CREATE VIEW adoption as
select id                            as id,
       state                         as json,
       state ->> '$.practice.node'   as node,
       state ->> '$.practice.id'     as practice_id,
       state ->> '$.organization'    as organization_id
  from grain_state
 where kind = 'adoption' and json_array_length(state, '$.steps') > 0;
CREATE VIEW adoption_step as
select g.id                as adoption_id,
       s.value ->> '$.by'  as said_by,
       s.value ->> '$.at'  as said_at
  from grain_state g, json_each(g.state, '$.steps') s
 where g.kind = 'adoption';
CREATE VIEW chapter_text as
select id                    as id,
       state                 as json
  from grain_state
 where kind = 'chapter-text' and state ->> '$.content' is not null;
CREATE VIEW charter as
select id                                  as id,
       state                               as json,
       state ->> '$.versions[#-1].number'  as current
  from grain_state
 where kind = 'charter';
CREATE VIEW comment as
select g.id                            as thread_id,
       g.state ->> '$.about'           as about,
       c.value ->> '$.id'              as id,
       c.value ->> '$.author'          as author,
       c.value ->> '$.at'              as written_at,
       c.value ->> '$.content.text'    as text,
       c.value ->> '$.content.language' as language,
       c.value ->> '$.hidden.reason'   as hidden_because
  from grain_state g, json_each(g.state, '$.comments') c
 where g.kind = 'comments';
CREATE VIEW comment_wish as
select id as member_id, state ->> '$.eraseSince' as erase_since
  from grain_state
 where kind = 'comments-on-leaving' and state ->> '$.eraseSince' is not null;
CREATE VIEW committee as
select id as id, state as json, state ->> '$.closedAt' as closed_at
  from grain_state
 where kind = 'committee';
CREATE VIEW committee_person as
select g.id as committee_id, s.value ->> '$.id' as seat_id, 'asked' as part, s.value ->> '$.offer.member' as member_id, s.value ->> '$.offer.at' as said_at
  from grain_state g, json_each(g.state, '$.seats') s
 where g.kind = 'committee' and s.value ->> '$.offer.member' is not null
union all
select g.id, s.value ->> '$.id', 'holds', s.value ->> '$.held.member', s.value ->> '$.held.agreedAt'
  from grain_state g, json_each(g.state, '$.seats') s
 where g.kind = 'committee' and s.value ->> '$.held.member' is not null
union all
select g.id, s.value ->> '$.id', 'held', p.value ->> '$.term.member', p.value ->> '$.term.agreedAt'
  from grain_state g, json_each(g.state, '$.seats') s, json_each(s.value, '$.past') p
 where g.kind = 'committee';
CREATE VIEW first_ninety_days as
select id                    as id,
       state                 as json
  from grain_state
 where kind = 'first-ninety-days';
CREATE VIEW intention as
select g.id                           as member_id,
       i.value ->> '$.id'             as id,
       i.value ->> '$.practice.node'  as node,
       i.value ->> '$.practice.id'    as practice_id,
       i.value ->> '$.at'             as said_at,
       i.value ->> '$.askAt'          as ask_at,
       i.value ->> '$.state'          as state
  from grain_state g, json_each(g.state, '$.all') i
 where g.kind = 'intentions';
CREATE VIEW library_node as
select p.node_id, p.name_fr, p.name_en, p.name_sort, p.region_scheme, p.region_code, p.languages, p.public_contact, p.web_address, p.description_fr, p.description_en,
       coalesce(b.name_fr, '') as before_fr, coalesce(b.name_en, '') as before_en
  from library_shown s
  join library_profile p on p.item_id = s.item_id and p.node_id = s.node_id
  left join library_profile b on b.item_id = s.before and b.node_id = s.node_id;
CREATE VIEW library_origin as
select a.item_id, a.node_id, a.practice_id, a.origin_node, a.origin_item, a.payload
  from library_adaptation a
 where not exists (select 1 from library_adaptation later
                    where later.practice_id = a.practice_id and later.node_id = a.node_id
                      and (later.revision > a.revision or later.revision = a.revision and later.feed_position > a.feed_position));
CREATE VIEW meeting as
select id                                              as id,
       state                                           as json,
       state ->> '$.state'                             as state,
       state ->> '$.plan.title'                        as title,
       state ->> '$.plan.language'                     as language,
       state ->> '$.plan.start'                        as begins,
       strftime('%Y-%m-%dT%H:%M:%S', state ->> '$.plan.start', '+' || (state ->> '$.plan.minutes') || ' minutes') as ends,
       state ->> '$.plan.zone'                         as zone,
       state ->> '$.plan.minutes'                      as minutes,
       state ->> '$.plan.mode'                         as mode,
       coalesce(state ->> '$.plan.openToGuests', 0)    as open_to_guests,
       state ->> '$.announcedAt'                       as announced_at,
       state ->> '$.cancellation.at'                   as cancelled_at,
       state ->> '$.minutes.state'                     as minutes_state,
       state ->> '$.minutes.approvedAtMeeting'         as approved_at,
       state ->> '$.forgetOn'                          as forget_on,
       state ->> '$.occurrence.series'                 as series,
       state ->> '$.occurrence.date'                   as series_date
  from grain_state
 where kind = 'meeting';
CREATE VIEW meeting_action as
select g.id                                            as meeting_id,
       g.state ->> '$.plan.title'                      as meeting_title,
       g.state ->> '$.plan.language'                   as language,
       o.value ->> '$.id'                              as id,
       o.value ->> '$.text'                            as text,
       o.value ->> '$.owner'                           as owner,
       o.value ->> '$.due'                             as due,
       o.value ->> '$.at'                              as promised_at,
       o.value ->> '$.offered.to'                      as offered_to,
       o.value ->> '$.offered.at'                      as offered_at
  from grain_state g, json_each(g.state, '$.outcomes') o
 where g.kind = 'meeting'
   and g.state ->> '$.openActions' > 0
   and o.value ->> '$.kind' = 'action'
   and o.value ->> '$.doneAt' is null;
CREATE VIEW meeting_attendee as
select g.id as meeting_id, a.value ->> '$.member' as member_id
  from grain_state g, json_each(g.state, '$.attendees') a
 where g.kind = 'meeting';
CREATE VIEW meeting_file as
select g.id                                            as meeting_id,
       f.value ->> '$.by'                              as added_by,
       f.value ->> '$.at'                              as added_at
  from grain_state g, json_each(g.state, '$.files') f
 where g.kind = 'meeting';
CREATE VIEW meeting_file_moved_in as
select g.id                                            as meeting_id,
       f.value ->> '$.movedInBy'                       as run
  from grain_state g, json_each(g.state, '$.files') f
 where g.kind = 'meeting' and f.value ->> '$.movedInBy' is not null;
CREATE VIEW meeting_item as
select g.id                                            as meeting_id,
       i.value ->> '$.id'                              as id,
       g.state ->> '$.state'                           as state,
       g.state ->> '$.plan.start'                      as begins,
       g.state ->> '$.plan.zone'                       as zone
  from grain_state g, json_each(g.state, '$.plan.items') i
 where g.kind = 'meeting';
CREATE VIEW meeting_moved_in as
select id                                              as meeting_id,
       state ->> '$.movedIn.run'                       as run,
       state ->> '$.id'                                as still_id,
       state ->> '$.plan.title'                        as title,
       state ->> '$.plan.start'                        as begins
  from grain_state
 where kind = 'meeting' and state ->> '$.movedIn.run' is not null;
CREATE VIEW meeting_named as
select g.id as meeting_id
  from grain_state g, json_each(g.state, '$.rsvps') r
 where g.kind = 'meeting' and r.value ->> '$.member' not like '%-0000-0000-0000-000000000000'
 union
select g.id
  from grain_state g, json_each(g.state, '$.attendees') a
 where g.kind = 'meeting' and a.value ->> '$.member' not like '%-0000-0000-0000-000000000000';
CREATE VIEW meeting_person as
select g.id as meeting_id, r.value ->> '$.member' as member_id
  from grain_state g, json_each(g.state, '$.rsvps') r
 where g.kind = 'meeting'
 union
select g.id, a.value ->> '$.member'
  from grain_state g, json_each(g.state, '$.attendees') a
 where g.kind = 'meeting'
 union
select g.id, o.value ->> '$.owner'
  from grain_state g, json_each(g.state, '$.outcomes') o
 where g.kind = 'meeting' and o.value ->> '$.owner' is not null
 union
select g.id, t.value ->> '$.member'
  from grain_state g, json_each(g.state, '$.troubles') t
 where g.kind = 'meeting';
CREATE VIEW member as
select id                                                                                       as id,
       state                                                                                    as json,
       cast(state ->> '$.stay' as text)                                                         as stay,
       state ->> '$.acceptances[#-1].version'                                                   as accepted,
       case when state ->> '$.shown.talkAbout' then state ->> '$.profile.talkAbout' else '' end     as talk_about
  from grain_state
 where kind = 'member';
CREATE VIEW member_calendar as
select s.id                                      as member_id,
       s.state ->> '$.calendar.hash'             as hash,
       cast(s.state ->> '$.calendar.stay' as text) as stay
  from grain_state s
 where s.kind = 'member' and s.state ->> '$.calendar.hash' is not null;
CREATE VIEW member_declined as
select s.id as member_id, d.value as kind
  from grain_state s, json_each(s.state, '$.declinedLetters') d
 where s.kind = 'member';
CREATE VIEW member_organization as
select s.id as member_id, cast(o.value as text) as organization_id
  from grain_state s, json_each(s.state, '$.organizations') o
 where s.kind = 'member' and s.state ->> '$.shown.affiliation' = 1;
CREATE VIEW member_seen as
select a.id, a.name, a.name_sort, a.name_find
  from account a
 where a.left_at is null
   and exists (
     select 1 from grain_state s
      where s.kind = 'member' and s.state ->> '$.shown.name' = 1 and s.id = a.id and cast(s.state ->> '$.stay' as text) = a.stay);
CREATE VIEW member_wanted as
select s.id as member_id, w.value as kind
  from grain_state s, json_each(s.state, '$.wantedLetters') w
 where s.kind = 'member';
CREATE VIEW minutes_correction as
select g.id                                            as meeting_id,
       c.value ->> '$.author'                          as author,
       c.value ->> '$.at'                              as said_at
  from grain_state g, json_each(g.state, '$.minutes.corrections') c
 where g.kind = 'meeting';
CREATE VIEW model_agenda as
select id                    as id,
       state                 as json
  from grain_state
 where kind = 'model-agenda' and state ->> '$.content' is not null;
CREATE VIEW organization as
select id                            as id,
       state                         as json,
       state ->> '$.content.name'    as name,
       state ->> '$.content.kind'    as kind,
       state ->> '$.content.region'  as region,
       state ->> '$.addedAt'         as added_at,
       state ->> '$.takenAwayAt'     as taken_away_at
  from grain_state
 where kind = 'organization';
CREATE VIEW practice as
select id                                                    as id,
       state                                                 as json,
       state ->> '$.author'                                  as author,
       state ->> '$.title'                                   as title,
       state ->> '$.summary'                                 as summary,
       state ->> '$.state'                                   as state,
       state ->> '$.revisions[#-1].number'                    as revision,
       state ->> '$.revisions[0].at'                         as written_at,
       state ->> '$.revisions[#-1].at'                       as revised_at,
       state ->> '$.revisions[#-1].facts.language'           as language,
       state ->> '$.revisions[#-1].facts.translationOf'      as translation_of,
       state ->> '$.networkShare.at'                         as shared_at,
       state ->> '$.withdrawal.at'                           as withdrawn_at,
       state ->> '$.withdrawal.reason'                       as withdrawal_reason
  from grain_state
 where kind = 'practice';
CREATE VIEW practice_adaptation as
select id                                                         as id,
       state ->> '$.revisions[#-1].facts.adaptedFrom.practice'    as adapted_from
  from grain_state
 where kind = 'practice' and state ->> '$.revisions[#-1].facts.adaptedFrom.practice' is not null;
CREATE VIEW practice_claim as
select id                                                    as id,
       state ->> '$.title'                                   as title,
       state ->> '$.revisions[#-1].facts.language'           as language,
       state ->> '$.claim.by'                                as claimed_by,
       state ->> '$.claim.at'                                as claimed_at,
       state ->> '$.claim.turnedDownAt'                      as turned_down_at
  from grain_state
 where kind = 'practice' and state ->> '$.claim.by' is not null;
CREATE VIEW pulse_person as
select g.id                      as meeting_id,
       g.state ->> '$.closedAt'  as closed_at,
       a.value ->> '$.member'    as member_id
  from grain_state g, json_each(g.state, '$.attendees') a
 where g.kind = 'meeting' and g.state ->> '$.closedAt' is not null;
CREATE VIEW series as
select id                    as id,
       state                 as json
  from grain_state
 where kind = 'series';
CREATE VIEW topic as
select id                                              as id,
       state                                           as json,
       state ->> '$.proposer'                          as proposer,
       state ->> '$.proposedAt'                        as proposed_at,
       state ->> '$.content.title'                     as title,
       state ->> '$.content.words'                     as words,
       state ->> '$.content.language'                  as language,
       state ->> '$.content.stream'                    as stream,
       json_array_length(state, '$.interested')        as interest,
       state ->> '$.keptAt'                            as kept_at,
       state ->> '$.declined.at'                       as declined_at,
       state ->> '$.treated.meeting'                   as treated_by,
       state ->> '$.treated.at'                        as treated_at
  from grain_state
 where kind = 'topic' and state ->> '$.withdrawnAt' is null;
CREATE VIEW topic_interest as
select g.id as topic_id, i.value ->> '$.member' as member_id, i.value ->> '$.at' as said_at
  from grain_state g, json_each(g.state, '$.interested') i
 where g.kind = 'topic';
CREATE VIEW trusted_hub as
select hub_node_id as node_id from hub_link;
CREATE VIEW vote as
select id                      as id,
       state                   as json,
       state ->> '$.committee' as committee_id,
       state ->> '$.content.on' as held_on,
       state ->> '$.corrects'  as corrects
  from grain_state
 where kind = 'vote';
