-- Members as lists see them. Written by nobody: it looks into the grains' states. Name and address are in the account, which has the same id.

create view member as
select id                                                                                       as id,
       state                                                                                    as json,
       case when state ->> '$.leftAt' is null then state ->> '$.acceptances[#-1].version' end   as accepted,
       state ->> '$.shown.name'                                                                 as shown,
       case when state ->> '$.shown.affiliation' then state ->> '$.profile.affiliation' else '' end as affiliation,
       case when state ->> '$.shown.talkAbout' then state ->> '$.profile.talkAbout' else '' end     as talk_about
  from grain_state
 where kind = 'member';

-- Those who chose to be seen, without opening everybody's state.
create index member_shown on grain_state (kind, id, state ->> '$.shown.name') where kind = 'member';
