-- What people have proofread and typeset, for themselves alone; the unit's own proofing list.
CREATE TABLE fair_copy (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    kind character varying(16) NOT NULL,
    title character varying(255) NOT NULL,
    text text NOT NULL,
    fields text NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_fair_copy PRIMARY KEY (id)
);

CREATE TABLE personal_file (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    name character varying(255) NOT NULL,
    content bytea NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_personal_file PRIMARY KEY (id)
);

CREATE TABLE proof (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    name character varying(255) NOT NULL,
    text text NOT NULL,
    format integer NOT NULL,
    file_id bigint,
    is_deep boolean NOT NULL,
    for_publication boolean NOT NULL,
    level character varying(8) NOT NULL,
    kind character varying(16) NOT NULL,
    title_words integer NOT NULL,
    body_words integer NOT NULL,
    attachment_words integer NOT NULL,
    dropped integer NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_proof PRIMARY KEY (id)
);

CREATE TABLE proof_finding (
    proof_id bigint NOT NULL,
    number integer NOT NULL,
    rule character varying(60) NOT NULL,
    severity integer NOT NULL,
    message text NOT NULL,
    paragraph integer NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    text text NOT NULL,
    fix text,
    source text NOT NULL,
    confidence double precision NOT NULL,
    state integer NOT NULL,
    replacement text,
    reason character varying(200),
    CONSTRAINT pk_proof_finding PRIMARY KEY (proof_id, number)
);

CREATE TABLE proof_unit_entry (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    section integer NOT NULL,
    rule character varying(60) NOT NULL,
    text character varying(200) NOT NULL,
    fix character varying(200) NOT NULL,
    severity integer NOT NULL,
    reason character varying(200) NOT NULL,
    author_id bigint NOT NULL,
    author_name character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_proof_unit_entry PRIMARY KEY (id)
);

CREATE INDEX ix_fair_copy_at ON fair_copy (at);

CREATE INDEX ix_fair_copy_person_id ON fair_copy (person_id);

CREATE INDEX ix_personal_file_at ON personal_file (at);

CREATE INDEX ix_personal_file_person_id ON personal_file (person_id);

CREATE INDEX ix_proof_at ON proof (at);

CREATE INDEX ix_proof_person_id ON proof (person_id);

CREATE INDEX ix_proof_unit_entry_unit_id ON proof_unit_entry (unit_id);
