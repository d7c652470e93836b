-- Files uploaded and not yet registered; the answers to requests that bear a key, so that a repeated request acts once.
CREATE TABLE uploaded_file (
    id bigint NOT NULL,
    hash character varying(64) NOT NULL,
    name character varying(255) NOT NULL,
    size bigint NOT NULL,
    media_type character varying(100) NOT NULL,
    person_id bigint NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_uploaded_file PRIMARY KEY (id)
);

CREATE INDEX ix_uploaded_file_at ON uploaded_file (at);

CREATE INDEX ix_uploaded_file_hash ON uploaded_file (hash);

CREATE INDEX ix_uploaded_file_person_id ON uploaded_file (person_id);

CREATE TABLE request_key (
    person_id bigint NOT NULL,
    key character varying(80) NOT NULL,
    fingerprint character varying(64) NOT NULL,
    code character varying(24) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_request_key PRIMARY KEY (person_id, key)
);

CREATE INDEX ix_request_key_at ON request_key (at);

CREATE TABLE incoming_check_entry (
    matter_id bigint NOT NULL,
    check_id character varying(24) NOT NULL,
    passed boolean NOT NULL,
    note character varying(400) NOT NULL,
    person_id bigint NOT NULL,
    person_name character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_incoming_check_entry PRIMARY KEY (matter_id, check_id)
);

-- 0010 left this column out of one engine.
ALTER TABLE incoming_document ADD COLUMN IF NOT EXISTS is_for_reading boolean NOT NULL DEFAULT false;
