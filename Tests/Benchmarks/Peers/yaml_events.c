/* The floor for reading YAML: libyaml's event loop over one file, each event thrown away at once.
 *
 *     yaml_events FILE
 *
 * Prints what it saw and its own time from the first byte parsed to the last event, in seconds. */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <yaml.h>

static double seconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static unsigned char *read_file(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) return NULL;
    long length = ftell(file);
    if (length < 0) return NULL;
    rewind(file);
    unsigned char *bytes = malloc((size_t)length + 1);
    if (bytes != NULL) *size = fread(bytes, 1, (size_t)length, file);
    fclose(file);
    return *size == (size_t)length ? bytes : NULL;
}

int main(int argc, char **argv) {
    if (argc != 2) {
        fprintf(stderr, "usage: %s FILE\n", argv[0]);
        return 2;
    }
    size_t size = 0;
    unsigned char *bytes = read_file(argv[1], &size);
    if (bytes == NULL) {
        perror(argv[1]);
        return 1;
    }

    double start = seconds_now();
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) return 1;
    yaml_parser_set_input_string(&parser, bytes, size);
    long events = 0, nodes = 0;
    for (int done = 0; !done;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            fprintf(stderr, "%s:%zu: %s\n", argv[1], parser.problem_mark.line + 1, parser.problem);
            return 1;
        }
        events += 1;
        nodes += event.type == YAML_SCALAR_EVENT || event.type == YAML_SEQUENCE_START_EVENT
            || event.type == YAML_MAPPING_START_EVENT;
        done = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    double seconds = seconds_now() - start;

    free(bytes);
    printf("events %ld\nnodes %ld\nseconds %.6f\n", events, nodes, seconds);
    return 0;
}
