-- Members as lists see them. Written by nobody: it looks into the grains' states. Name and address are in the account, which has the same id.

create view member as
select id                                                                                       as id,
       state                                                                                    as json,
       cast(state ->> '$.stay' as text)                                                         as stay,
       state ->> '$.acceptances[#-1].version'                                                   as accepted,
       state ->> '$.shown.name'                                                                 as shown,
       case when state ->> '$.shown.affiliation' then state ->> '$.profile.affiliation' else '' end as affiliation,
       case when state ->> '$.shown.talkAbout' then state ->> '$.profile.talkAbout' else '' end     as talk_about
  from grain_state
 where kind = 'member';

-- Those who are here and chose to be seen, in the stay that goes on: what they chose in an earlier one does not count, whatever their state says.
create view member_seen as
select a.id, a.name, a.name_sort, a.name_find
  from account a
 where a.left_at is null and exists (select 1 from member m where m.id = a.id and m.shown = 1 and m.stay = a.stay);

-- For that view, without opening everybody's state. The cast gives the stay the column's affinity; without it the index would not be used to compare them.
create index member_shown on grain_state (kind, id, state ->> '$.shown.name', cast(state ->> '$.stay' as text)) where kind = 'member';
