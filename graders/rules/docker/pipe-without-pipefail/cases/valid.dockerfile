FROM debian:13
RUN set -o pipefail && curl x | sh
RUN echo x | tee /y
RUN curl x || true
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN curl x | sh
