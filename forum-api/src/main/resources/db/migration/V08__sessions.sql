-- device: the family of the browser alone. seen_at: the day alone.
create table sessions (
  id bigint not null primary key,
  token_hash binary(32) not null,
  member bigint not null,
  device varchar(40) not null,
  created_at datetime(6) not null,
  seen_at datetime(6) not null,
  expires_at datetime(6) not null,
  unique key by_token (token_hash),
  key by_member (member, created_at),
  key by_expiry (expires_at)
);

create table api_tokens (
  id bigint not null primary key,
  token_hash binary(32) not null,
  member bigint not null,
  name varchar(60) not null,
  scopes varchar(60) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null,
  seen_at datetime(6) null,
  expires_at datetime(6) not null,
  unique key by_token (token_hash),
  key by_member (member, created_at),
  key by_expiry (expires_at)
);

-- A browser from which a member has signed in before: a stranger's wrong guesses cannot keep it out.
create table known_devices (
  token_hash binary(32) not null primary key,
  member bigint not null,
  used_at datetime(6) not null,
  key by_member (member),
  key by_time (used_at)
);
