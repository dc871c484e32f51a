# expect: docker/invalid-platform 17-20
FROM --platform=x86 alpine:3.23
