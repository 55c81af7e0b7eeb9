# The word vectors as they lie on disk, aligned for use in place; nothing when there are none.
    .section .rodata
    .balign 64
    .global corroborate_words_begin
    .global corroborate_words_end
corroborate_words_begin:
#ifdef WORDS_FILE
    .incbin WORDS_FILE
#endif
corroborate_words_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits
