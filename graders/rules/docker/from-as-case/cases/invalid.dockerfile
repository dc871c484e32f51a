# expect: docker/from-as-case 18-20
FROM golang:1.26 as build
RUN true
# expect: docker/from-as-case 18-20
FROM golang:1.26 As other
