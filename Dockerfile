# syntax=docker/dockerfile:1
FROM rust:1-bookworm AS build
WORKDIR /lazo
COPY . .
RUN cargo build --release --locked --bin lazo && mkdir /data

# No shell, no package manager, and nobody with rights: only the program and what it needs to start.
FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /lazo/target/release/lazo /usr/local/bin/lazo
COPY --from=build --chown=65532:65532 --chmod=700 /data /data
USER 65532:65532
# The usual place for data is then /data/lazo. No address is set, because the demo does not begin beside one.
ENV XDG_DATA_HOME=/data
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=60s --timeout=10s --start-period=60s --retries=3 CMD ["lazo", "health"]
ENTRYPOINT ["lazo"]
