# make          what is missing, bin/svod, and the site in public/
# make test     every test
# make serve    the site at http://127.0.0.1:1604, rebuilt while you write
# make check    every mistake in content/, nothing written
# make lint     formatting, vet, staticcheck, go.mod
# make bench    benchmarks
# make dist     archives for Linux, Windows and macOS in dist/
# make vuln     known vulnerabilities (needs the open network)
# make clean    everything built

VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
LDFLAGS  = -s -w -X main.version=$(VERSION)
GOFLAGS_BUILD = -trimpath -ldflags '$(LDFLAGS)'
ASSETS   = layouts/dist/assets.json
PLATFORMS = linux/amd64 linux/arm64 windows/amd64 windows/arm64 darwin/amd64 darwin/arm64

# git makes both kinds of archive on every machine; of the repository itself
# they hold nothing, which is what git calls the empty tree.
EMPTY_TREE = $(shell git hash-object -t tree /dev/null)

export CGO_ENABLED ?= 0

.DELETE_ON_ERROR:
.PHONY: all site binary assets test serve check lint bench dist vuln clean tools-go tools-npm

all: site

site: binary
	bin/svod build

binary: tools-go assets
	go build $(GOFLAGS_BUILD) -o bin/ ./generator/svod

assets: $(ASSETS)

$(ASSETS): layouts/node_modules/.package-lock.json layouts/build.mjs layouts/tsconfig.json $(shell find layouts/assets -type f)
	cd layouts && npm run --silent build

layouts/node_modules/.package-lock.json: layouts/package.json layouts/package-lock.json | tools-npm
	cd layouts && npm ci --no-audit --no-fund --silent
	@touch $@

tools-go:
	@command -v go >/dev/null || { echo 'Svod is built with Go 1.26 or newer, and there is no go here: https://go.dev/dl/' >&2; exit 1; }

tools-npm:
	@command -v npm >/dev/null || { echo 'Styles and charts are built with Node.js 20 or newer, and there is no npm here: https://nodejs.org/' >&2; exit 1; }

# The race detector needs cgo, and so a C compiler; everything else does not.
test: binary
	CGO_ENABLED=1 go test -race ./...

serve: binary
	bin/svod serve

check: binary
	bin/svod check

lint: assets
	@test -z "$$(go tool gofumpt -l generator layouts/*.go)" || { echo 'gofumpt would change:'; go tool gofumpt -l generator layouts/*.go; exit 1; }
	go vet ./...
	go tool staticcheck ./...
	go mod tidy -diff
	cd layouts && npm run --silent typecheck

bench: assets
	go test -run '^$$' -bench . -benchmem ./generator/...

dist: assets
	rm -rf dist && mkdir -p dist
	@for platform in $(PLATFORMS); do \
		os=$${platform%/*}; arch=$${platform#*/}; name=svod-$(VERSION)-$$os-$$arch; \
		ext=; format=tar.gz; if [ $$os = windows ]; then ext=.exe; format=zip; fi; \
		GOOS=$$os GOARCH=$$arch go build $(GOFLAGS_BUILD) -o dist/svod$$ext ./generator/svod && \
		git archive --format=$$format --prefix=$$name/ --add-file=dist/svod$$ext --add-file=README.md \
			--add-file=LICENSE -o dist/$$name.$$format $(EMPTY_TREE) || exit 1; \
		rm dist/svod$$ext; echo dist/$$name.$$format; \
	done
	cd dist && sha256sum svod-* > SHA256SUMS

vuln:
	go run golang.org/x/vuln/cmd/govulncheck@latest ./...

clean:
	rm -rf bin dist layouts/node_modules .svod-cache
	find layouts/dist public -mindepth 1 ! -name .gitignore -delete
