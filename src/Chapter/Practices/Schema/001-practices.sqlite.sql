-- Practices as lists see them. Written by nobody: it looks into the grains' states.

create view practice as
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

-- For the lists, newest first.
create index practice_by_revision on grain_state (state ->> '$.revisions[#-1].at' desc, id desc) where kind = 'practice';
create index practice_by_author on grain_state (state ->> '$.author') where kind = 'practice';
create index practice_by_original on grain_state (state ->> '$.revisions[#-1].facts.translationOf') where kind = 'practice';

-- Which revisions went into the feed, and as which item; written by PracticeFeed alone.
create table practice_feed (
  practice_id text    not null,
  revision    integer not null,
  item_id     blob not null,
  primary key (practice_id, revision)
) without rowid;

create table practice_feed_withdrawal (
  practice_id text    primary key,
  item_id     blob not null
) without rowid;

-- Who says that they wrote a practice whose author is not known. Written by nobody: it looks into the grains' states.

create view practice_claim as
select id                                                    as id,
       state ->> '$.title'                                   as title,
       state ->> '$.revisions[#-1].facts.language'           as language,
       state ->> '$.claim.by'                                as claimed_by,
       state ->> '$.claim.at'                                as claimed_at,
       state ->> '$.claim.turnedDownAt'                      as turned_down_at
  from grain_state
 where kind = 'practice' and state ->> '$.claim.by' is not null;

-- Few practices ever have a claim: it holds those alone.
create index practice_claimed on grain_state (state ->> '$.claim.by') where kind = 'practice' and state ->> '$.claim.by' is not null;
