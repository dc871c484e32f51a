FROM alpine:3.22
RUN a
# expect: docker/merge-runs 1-4
RUN b
RUN c
RUN d
