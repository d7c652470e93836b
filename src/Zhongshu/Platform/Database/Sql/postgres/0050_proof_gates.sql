-- 逐项勾核: what a person says of what no program can judge; 核稿统计 by year, kept when the texts go.
CREATE TABLE proof_tally (
    year integer NOT NULL,
    person_id bigint NOT NULL,
    documents integer NOT NULL,
    words bigint NOT NULL,
    CONSTRAINT pk_proof_tally PRIMARY KEY (year, person_id)
);

CREATE TABLE proof_tick (
    proof_id bigint NOT NULL,
    item character varying(60) NOT NULL,
    verdict integer NOT NULL,
    note character varying(200) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_proof_tick PRIMARY KEY (proof_id, item)
);
