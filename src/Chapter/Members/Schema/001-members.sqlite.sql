-- Members as lists see them. Written by nobody: it looks into the grains' states. Name and address are in the account, which has the same id.

create view member as
select id                                                                                       as id,
       state                                                                                    as json,
       cast(state ->> '$.stay' as text)                                                         as stay,
       state ->> '$.acceptances[#-1].version'                                                   as accepted,
       case when state ->> '$.shown.talkAbout' then state ->> '$.profile.talkAbout' else '' end     as talk_about
  from grain_state
 where kind = 'member';

-- Those who are here and chose to be seen, in the stay that goes on: what they chose in an earlier one does not count, whatever their state says.
-- It asks the state as the index below is written, and not through the view above: otherwise the index is not used.
create view member_seen as
select a.id, a.name, a.name_sort, a.name_find
  from account a
 where a.left_at is null
   and exists (
     select 1 from grain_state s
      where s.kind = 'member' and s.state ->> '$.shown.name' = 1 and s.id = a.id and cast(s.state ->> '$.stay' as text) = a.stay);

-- For that view, without opening anybody's state; it holds nobody else. The cast gives the stay the column's affinity, without which it is not compared in the index.
create index member_shown on grain_state (id, cast(state ->> '$.stay' as text)) where kind = 'member' and state ->> '$.shown.name' = 1;

-- The organizations that somebody shows they belong to, one row each; of those who show their name, which whoever reads it asks first.
create view member_organization as
select s.id as member_id, cast(o.value as text) as organization_id
  from grain_state s, json_each(s.state, '$.organizations') o
 where s.kind = 'member' and s.state ->> '$.shown.affiliation' = 1;

-- Which letters somebody does not want, one row a kind.
create view member_declined as
select s.id as member_id, d.value as kind
  from grain_state s, json_each(s.state, '$.declinedLetters') d
 where s.kind = 'member';

-- Which letters somebody asked for, of those that nobody gets who does not ask; one row a kind.
create view member_wanted as
select s.id as member_id, w.value as kind
  from grain_state s, json_each(s.state, '$.wantedLetters') w
 where s.kind = 'member';

-- Secret addresses of calendars, by the hash of the secret; of those who left too.
create view member_calendar as
select s.id                                      as member_id,
       s.state ->> '$.calendar.hash'             as hash,
       cast(s.state ->> '$.calendar.stay' as text) as stay
  from grain_state s
 where s.kind = 'member' and s.state ->> '$.calendar.hash' is not null;

create index member_calendar_hash on grain_state (state ->> '$.calendar.hash') where kind = 'member' and state ->> '$.calendar.hash' is not null;
