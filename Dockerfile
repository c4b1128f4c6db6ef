# syntax=docker/dockerfile:1
# `built` compiles it here. `downloaded` takes it from a release: with the folder that holds `lazo-amd64` or `lazo-arm64`,
#     docker build --build-arg PROGRAM=downloaded --build-context dist=FOLDER .
ARG PROGRAM=built

FROM rust:1-bookworm AS built
WORKDIR /lazo
# What Lazo is built from changes seldom: it is a layer of its own.
COPY .cargo .cargo
COPY benches benches
COPY Cargo.toml Cargo.lock build.rs ./
RUN mkdir src && touch src/lib.rs && echo 'fn main() {}' >src/main.rs && cargo build --release --locked --bin lazo
COPY . .
RUN touch src/lib.rs src/main.rs && cargo build --release --locked --bin lazo && mv target/release/lazo /lazo-here && mkdir /data

FROM scratch AS downloaded
ARG TARGETARCH
COPY --from=dist --chmod=755 lazo-${TARGETARCH} /lazo-here
WORKDIR /data

FROM ${PROGRAM} AS program

# No shell, no package manager, and nobody with rights: only the program and what it needs to start.
FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=program /lazo-here /usr/local/bin/lazo
COPY --from=program --chown=65532:65532 --chmod=700 /data /data
USER 65532:65532
# The usual place for data is then /data/lazo. No address is set, because the demo does not begin beside one.
ENV XDG_DATA_HOME=/data
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=60s --timeout=10s --start-period=60s --retries=3 CMD ["lazo", "health"]
ENTRYPOINT ["lazo"]
