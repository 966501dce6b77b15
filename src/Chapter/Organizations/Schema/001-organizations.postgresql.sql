-- Organizations as lists see them. Written by nobody: it looks into the grains' states.

create view organization as
select id                           as id,
       state::text                  as json,
       state #>> '{content,name}'   as name,
       state #>> '{content,kind}'   as kind,
       state #>> '{content,region}' as region,
       state ->> 'addedAt'          as added_at,
       state ->> 'takenAwayAt'      as taken_away_at
  from grain_state
 where kind = 'organization';
