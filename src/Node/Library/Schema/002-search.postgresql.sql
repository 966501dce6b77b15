-- Analysed tokens as lexemes.
create table library_search (
  number bigint   primary key,
  tokens tsvector not null
);

create index library_search_tokens on library_search using gin (tokens);

create function library_facet_counted() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into library_facet_count as c (kind, value, practices)
    select kind, value, count(*) from changed group by kind, value
    on conflict (kind, value) do update set practices = c.practices + excluded.practices;
  else
    update library_facet_count c set practices = c.practices - g.gone
      from (select kind, value, count(*) as gone from changed group by kind, value) g
     where c.kind = g.kind and c.value = g.value;
  end if;
  return null;
end $$;

create trigger library_facet_added after insert on library_facet referencing new table as changed for each statement execute function library_facet_counted();
create trigger library_facet_gone after delete on library_facet referencing old table as changed for each statement execute function library_facet_counted();
