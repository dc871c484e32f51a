FROM alpine:3.22
ENV A=1 B="2 3"
LABEL x=y
