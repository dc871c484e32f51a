FROM alpine:3.22
WORKDIR /app
RUN make && cd build && make install
