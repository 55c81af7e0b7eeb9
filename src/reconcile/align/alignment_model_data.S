# The alignment model as it lies on disk, aligned for use in place; nothing when there is none yet.
    .section .rodata
    .balign 64
    .global corroborate_alignment_begin
    .global corroborate_alignment_end
corroborate_alignment_begin:
#ifdef ALIGNMENT_FILE
    .incbin ALIGNMENT_FILE
#endif
corroborate_alignment_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits
