-- Who wants to hear of a thread. ended: they said no, so that posting there does not begin it again.
create table thread_watches (
  member bigint not null,
  thread bigint not null,
  ended boolean not null,
  since datetime(6) not null,
  primary key (member, thread),
  key by_thread (thread, member)
);

create table board_watches (
  member bigint not null,
  board bigint not null,
  since datetime(6) not null,
  primary key (member, board),
  key by_board (board, member)
);

-- One for each person and thing. subject is a post, a letter or a decision; place is a letter's correspondence;
-- mail_kind says that it waits to be mailed, and as what; batch is the mail that it went into.
create table notices (
  id bigint not null primary key,
  member bigint not null,
  about varchar(10) character set ascii collate ascii_bin not null,
  subject bigint not null,
  kind varchar(10) character set ascii collate ascii_bin not null,
  actor bigint null,
  place bigint null,
  at datetime(6) not null,
  read_at datetime(6) null,
  mail_kind varchar(10) character set ascii collate ascii_bin null,
  batch bigint null,
  unique key by_subject (member, about, subject),
  key by_time (member, at, id),
  key unread (member, read_at, at),
  key by_place (member, place),
  key to_mail (member, mail_kind),
  key by_batch (batch),
  key by_reading (read_at),
  key by_age (at)
);

-- What a member chose to be told, and how. No row: the defaults.
create table notice_rules (
  member bigint not null primary key,
  mention varchar(4) character set ascii collate ascii_bin not null,
  answer varchar(4) character set ascii collate ascii_bin not null,
  reply varchar(4) character set ascii collate ascii_bin not null,
  thread varchar(4) character set ascii collate ascii_bin not null,
  letter varchar(4) character set ascii collate ascii_bin not null,
  decision varchar(4) character set ascii collate ascii_bin not null,
  watch_on_posting boolean not null,
  pace varchar(10) character set ascii collate ascii_bin not null
);

-- When a member's notices were last mailed, and when the next mail is due.
create table notice_mails (
  member bigint not null primary key,
  last_at datetime(6) null,
  due_at datetime(6) null
);
