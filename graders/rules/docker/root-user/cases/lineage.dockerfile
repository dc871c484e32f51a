FROM debian:13-slim AS base
# expect: docker/root-user 1-10
USER root
FROM base
CMD ["bash"]
