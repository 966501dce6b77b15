-- The charter, of which there is one. Written by nobody: it looks into the grain's state.

create view charter as
select id                                           as id,
       state::text                                  as json,
       (state #>> '{versions,-1,number}')::bigint   as current
  from grain_state
 where kind = 'charter';
