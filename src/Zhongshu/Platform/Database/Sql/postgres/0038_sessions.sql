-- Where accounts are signed in.
CREATE TABLE sign_in_session (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    began_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    ended_at bigint,
    address character varying(60) NOT NULL,
    device character varying(60) NOT NULL,
    CONSTRAINT pk_sign_in_session PRIMARY KEY (id)
);

CREATE INDEX ix_sign_in_session_person_id_began_at ON sign_in_session (person_id, began_at);
