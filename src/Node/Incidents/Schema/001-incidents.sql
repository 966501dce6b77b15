-- The register of confidentiality incidents, which the law asks for. A row is what somebody wrote of one at a time; the latest is what holds, the earlier ones stay
-- beside it. Nobody is named: neither who is concerned, nor who wrote.
create table incident_wording (
  incident      uuid        not null,
  number        bigint      not null,  -- from 1
  written_at    timestamptz not null,
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
