CREATE INDEX account_by_name on account (name_sort, id, left_at, name_find, name, stay, joined_at) where left_at is null;
CREATE INDEX account_period_of on account_period (account_id, joined_at);
CREATE UNIQUE INDEX account_role_held on account_role (account_id, role) where taken_at is null;
CREATE INDEX account_role_holders on account_role (role) where taken_at is null;
CREATE INDEX address_left_of on address_left (account_id);
CREATE INDEX feed_entry_keys on feed_entry (node_id, first) where is_keys = 1;
CREATE INDEX grain_state_id on grain_state (kind, id);
CREATE INDEX item_content_missing on item (node_id, feed_position) where content_missing > 0;
CREATE INDEX item_quarantined on item (node_id, position) where status = 'quarantined';
CREATE INDEX item_subject_named on item_subject (subject_id, node_id, revision);
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
CREATE TABLE chapter_contact (
  node_id           text primary key,
  last_at           text not null,
  software_version  text not null,
  health            text not null,       -- Unspecified, Well, Attention, Wrong
  restore_proven_at text          -- null for never
);
CREATE TABLE chapter_letter (
  node_id text primary key,
  at      text not null
);
CREATE TABLE counter (
  name     text primary key,
  position integer not null
) without rowid;
CREATE TABLE enrolment (
  node_id     text primary key,
  standing    text not null,        -- Pending, Admitted, Suspended, Revoked
  since       text not null,
  message     text not null,        -- for the chapter
  note        text not null,        -- for the operators alone
  name_fr     text not null,        -- what it called itself when it enrolled
  name_en     text not null,
  beginning   blob not null,       -- the FeedPage with its genesis and profile
  code_hash   blob not null references enrolment_code (code_hash),
  enrolled_at text not null,
  version     integer not null
);
CREATE TABLE enrolment_code (
  code_hash  blob primary key,
  note       text not null,         -- whom it was made for, in the operator's words
  made_at    text not null,
  made_by    text not null,
  expires_at text not null,
  node_id    text,                  -- the first chapter that used it, for ever
  used_at    text
);
CREATE TABLE enrolment_history (
  node_id  text not null references enrolment (node_id),
  version  integer not null,
  standing text not null,
  at       text not null,
  by_id    text,                    -- null where the chapter itself enrolled
  message  text not null,
  primary key (node_id, version)
);
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
CREATE TABLE shown_profile (
  node_id text  primary key,
  item_id blob not null
);
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
CREATE TABLE template_draft (
  id         text        primary key,
  changed_at text not null,
  bytes      blob       not null      -- the template as JSON: unlike a released one it may have faults
);
CREATE TABLE text (
  hash  blob primary key,
  bytes blob not null
);
CREATE TABLE text_holder (
  holder text  not null,  -- the record's id
  hash   blob  not null,
  primary key (holder, hash)
) without rowid;
CREATE TABLE waiting_profile (
  node_id   text   primary key,
  item_id   blob  not null,
  resembles text   not null,          -- the node whose name it could be taken for; empty where it has letters that cannot be compared
  since     text not null,
  is_left   integer not null           -- 1 once an operator left it
);
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
CREATE VIEW trusted_hub as
select node_id from node;
