-- 归档任务, 借阅 and 利用, 专项工作: what is asked of sections, what is lent and used, works by node.
CREATE TABLE archive_task (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    year integer NOT NULL,
    title character varying(120) NOT NULL,
    scope character varying(1000) NOT NULL,
    due_on date NOT NULL,
    issued_on date NOT NULL,
    by_name character varying(60) NOT NULL,
    state integer NOT NULL,
    words character varying(1000) NOT NULL,
    reported_by character varying(60) NOT NULL,
    reported_on date,
    done_on date,
    reminded_on date,
    CONSTRAINT pk_archive_task PRIMARY KEY (id)
);

CREATE TABLE archive_loan (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    piece_id bigint,
    wanted character varying(300) NOT NULL,
    purpose character varying(60) NOT NULL,
    way character varying(24) NOT NULL,
    days integer NOT NULL,
    borrower_id bigint NOT NULL,
    borrower_name character varying(60) NOT NULL,
    unit_id bigint NOT NULL,
    asked_at bigint NOT NULL,
    state integer NOT NULL,
    decided_by character varying(60) NOT NULL,
    words character varying(1000) NOT NULL,
    lent_on date,
    due_on date,
    returned_on date,
    condition character varying(300) NOT NULL,
    effect character varying(1000) NOT NULL,
    gave_sight boolean NOT NULL,
    reminded_on date,
    CONSTRAINT pk_archive_loan PRIMARY KEY (id)
);

CREATE TABLE archive_use (
    id bigint NOT NULL,
    piece_id bigint NOT NULL,
    at bigint NOT NULL,
    person_id bigint NOT NULL,
    user_name character varying(120) NOT NULL,
    way character varying(24) NOT NULL,
    purpose character varying(60) NOT NULL,
    effect character varying(1000) NOT NULL,
    CONSTRAINT pk_archive_use PRIMARY KEY (id)
);

CREATE TABLE archive_work (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    title character varying(120) NOT NULL,
    partner character varying(120) NOT NULL,
    opened_on date NOT NULL,
    closed_on date,
    result character varying(1000) NOT NULL,
    CONSTRAINT pk_archive_work PRIMARY KEY (id)
);

CREATE TABLE archive_node (
    id bigint NOT NULL,
    work_id bigint NOT NULL,
    number integer NOT NULL,
    title character varying(60) NOT NULL,
    unit_id bigint NOT NULL,
    due_on date NOT NULL,
    done_on date,
    words character varying(1000) NOT NULL,
    done_by character varying(60) NOT NULL,
    reminded_on date,
    CONSTRAINT pk_archive_node PRIMARY KEY (id)
);

CREATE INDEX ix_archive_task_keeper_id_state_due_on ON archive_task (keeper_id, state, due_on);

CREATE INDEX ix_archive_loan_borrower_id ON archive_loan (borrower_id);

CREATE INDEX ix_archive_loan_keeper_id_state ON archive_loan (keeper_id, state);

CREATE INDEX ix_archive_loan_piece_id ON archive_loan (piece_id);

CREATE INDEX ix_archive_use_piece_id_at ON archive_use (piece_id, at);

CREATE INDEX ix_archive_work_keeper_id_kind ON archive_work (keeper_id, kind);

CREATE INDEX ix_archive_node_due_on ON archive_node (due_on);

CREATE INDEX ix_archive_node_work_id ON archive_node (work_id);
