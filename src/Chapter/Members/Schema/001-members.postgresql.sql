-- Members as lists see them. Written by nobody: it looks into the grains' states. Name and address are in the account, which has the same id.

create view member as
select id                                                                                          as id,
       state::text                                                                                 as json,
       (state ->> 'stay')::uuid                                                                    as stay,
       (state #>> '{acceptances,-1,version}')::bigint                                              as accepted,
       (state #>> '{shown,name}')::boolean::int                                                    as shown,
       case when (state #>> '{shown,talkAbout}')::boolean then state #>> '{profile,talkAbout}' else '' end     as talk_about
  from grain_state
 where kind = 'member';

-- Those who are here and chose to be seen, in the stay that goes on: what they chose in an earlier one does not count, whatever their state says.
-- The stay is not compared by "=": the join would hash it beside the id, and open the state of everybody who is seen before it looks for anybody.
create view member_seen as
select a.id, a.name, a.name_sort, a.name_find
  from account a
 where a.left_at is null and exists (select 1 from member m where m.id = a.id and m.shown = 1 and m.stay is not distinct from a.stay);

-- For that view: it holds nobody else. How many that is of all is not known from such an index; with the statistics, a page of the list ends when it is full.
create index member_shown on grain_state (id) where kind = 'member' and (state #>> '{shown,name}')::boolean::int = 1;
create statistics member_shown_share on ((state #>> '{shown,name}')::boolean::int) from grain_state;

-- The organizations that somebody shows they belong to, one row each; of those who show their name, which whoever reads it asks first.
create view member_organization as
select s.id as member_id, o.value::uuid as organization_id
  from grain_state s cross join lateral jsonb_array_elements_text(s.state -> 'organizations') as o(value)
 where s.kind = 'member' and (s.state #>> '{shown,affiliation}')::boolean;

-- Which letters somebody does not want, one row a kind.
create view member_declined as
select s.id as member_id, d.value as kind
  from grain_state s cross join lateral jsonb_array_elements_text(s.state -> 'declinedLetters') as d(value)
 where s.kind = 'member';

-- Which letters somebody asked for, of those that nobody gets who does not ask; one row a kind.
create view member_wanted as
select s.id as member_id, w.value as kind
  from grain_state s cross join lateral jsonb_array_elements_text(s.state -> 'wantedLetters') as w(value)
 where s.kind = 'member';

-- Secret addresses of calendars, by the hash of the secret; of those who left too.
create view member_calendar as
select s.id                                    as member_id,
       s.state #>> '{calendar,hash}'           as hash,
       (s.state #>> '{calendar,stay}')::uuid   as stay
  from grain_state s
 where s.kind = 'member' and s.state #>> '{calendar,hash}' is not null;

create index member_calendar_hash on grain_state ((state #>> '{calendar,hash}')) where kind = 'member' and state #>> '{calendar,hash}' is not null;
