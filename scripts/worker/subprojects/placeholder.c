/* The worker links each subproject's own library as a whole. Here Debian's library does the work, so ours is empty. */
typedef int placeholder;
