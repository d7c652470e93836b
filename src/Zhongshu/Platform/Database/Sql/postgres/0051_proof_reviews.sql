-- 请人再核: a leader's secretary reads a text before it is laid before the leader, or an expert studies a sensitive one.
CREATE TABLE proof_review (
    id bigint NOT NULL,
    proof_id bigint NOT NULL,
    kind integer NOT NULL,
    reader_id bigint NOT NULL,
    leader_id bigint,
    ask character varying(200) NOT NULL,
    asked_at bigint NOT NULL,
    verdict integer NOT NULL,
    opinion character varying(600) NOT NULL,
    answered_at bigint,
    CONSTRAINT pk_proof_review PRIMARY KEY (id)
);

CREATE INDEX ix_proof_review_proof_id ON proof_review (proof_id);

CREATE INDEX ix_proof_review_reader_id ON proof_review (reader_id);
